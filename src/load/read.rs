//! A file's bytes as text, or the reason why they are none.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::wording::reason;

/// The largest draft, snapshot or list of questions that is read: 64 MiB, some forty novels.
pub const LARGEST_TEXT: u64 = 64 << 20;

/// Why a file is not read as text.
#[derive(Debug)]
pub enum NotText {
    /// The system says no.
    Io(io::Error),
    /// A folder, pipe or device stands where a file should.
    NoFile(&'static str),
    /// Larger than the limit, in bytes.
    TooLarge(u64),
    /// UTF-16, by its byte order mark or its NUL bytes.
    Utf16,
    /// A byte that is not UTF-8, at this offset after a byte order mark.
    NotUtf8 {
        /// The first wrong byte.
        at: usize,
        /// Its value.
        byte: u8,
    },
}

/// Reads a file into `buffer`, whose room is used again, and gives its text without a byte order mark.
///
/// # Errors
/// When it is no file, larger than `limit` bytes, or not UTF-8.
pub fn text<'b>(
    path: &Path,
    limit: Option<u64>,
    buffer: &'b mut Vec<u8>,
) -> Result<&'b str, NotText> {
    decode(bytes(path, limit, buffer)?)
}

/// Reads a file into `buffer`, whose room is used again, and gives its bytes.
///
/// # Errors
/// When it is no file, or larger than `limit` bytes.
pub fn bytes<'b>(
    path: &Path,
    limit: Option<u64>,
    buffer: &'b mut Vec<u8>,
) -> Result<&'b [u8], NotText> {
    // Asked before opening: to open a pipe is to wait for its writer.
    let about = fs::metadata(path).map_err(NotText::Io)?;
    if !about.is_file() {
        return Err(NotText::NoFile(if about.is_dir() { "a folder" } else { "a pipe or device" }));
    }
    if limit.is_some_and(|limit| about.len() > limit) {
        return Err(NotText::TooLarge(about.len()));
    }
    buffer.clear();
    let file = File::open(path).map_err(NotText::Io)?;
    buffer.reserve(usize::try_from(about.len()).unwrap_or_default() + 1);
    // A file may grow while it is read, and some that say they are empty have no end.
    let most = limit.map_or(u64::MAX, |limit| limit + 1);
    file.take(most).read_to_end(buffer).map_err(NotText::Io)?;
    let read = buffer.len() as u64;
    if limit.is_some_and(|limit| read > limit) {
        return Err(NotText::TooLarge(read));
    }
    Ok(buffer)
}

/// The text of bytes that should be UTF-8, without a byte order mark.
///
/// # Errors
/// When they are UTF-16 or otherwise not UTF-8.
pub fn decode(bytes: &[u8]) -> Result<&str, NotText> {
    if is_utf16(bytes) {
        return Err(NotText::Utf16);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|why| {
        let at = why.valid_up_to();
        NotText::NotUtf8 { at, byte: bytes[at] }
    })
}

/// Whether bytes are UTF-16: by the mark, or by a NUL beside each of the first letters. A NUL alone is a letter.
fn is_utf16(bytes: &[u8]) -> bool {
    /// Two letters of two bytes.
    const FIRST: usize = 4;
    let pairs = || bytes[..bytes.len().min(FIRST)].chunks(2);
    let has_nuls =
        |at: usize| pairs().all(|pair| pair.len() == 2 && pair[at] == 0 && pair[1 - at] != 0);
    let is_marked = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    is_marked || !bytes.is_empty() && (has_nuls(0) || has_nuls(1))
}

impl fmt::Display for NotText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(why) => out.write_str(&reason(why)),
            Self::NoFile(what) => write!(out, "this is {what}, expected a file"),
            Self::TooLarge(bytes) => write!(
                out,
                "the file is {} MiB large, expected at most {} MiB",
                bytes.div_ceil(1 << 20),
                LARGEST_TEXT >> 20
            ),
            Self::Utf16 => out.write_str("the file is UTF-16, expected UTF-8"),
            Self::NotUtf8 { byte, .. } => {
                write!(
                    out,
                    "byte 0x{byte:02X} is not UTF-8; the file may be Latin-1 or Windows-1252"
                )
            }
        }
    }
}

impl NotText {
    /// What to do about it.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::Io(_) => "check that the file is there and that you may read it",
            Self::NoFile(_) => "name a file",
            Self::TooLarge(_) => "split it",
            Self::Utf16 | Self::NotUtf8 { .. } => "save it as UTF-8",
        }
    }
}

impl std::error::Error for NotText {}

#[cfg(test)]
mod tests {
    use super::{NotText, decode};

    #[test]
    fn only_utf8_is_text() {
        assert_eq!(decode("\u{feff}{}".as_bytes()).ok(), Some("{}"));
        assert_eq!(decode(b"").ok(), Some(""));
        assert!(matches!(decode(b"\xFF\xFE{\0"), Err(NotText::Utf16)));
        assert!(matches!(decode(b"\0{\0}"), Err(NotText::Utf16)));
        assert!(matches!(decode(b"{\0\n\0\"\0"), Err(NotText::Utf16)));
        assert_eq!(decode(b"a\0b c").ok(), Some("a\0b c"), "a NUL is a letter");
        let marked = b"\xEF\xBB\xBFcaf\xE9";
        assert!(matches!(decode(marked), Err(NotText::NotUtf8 { at: 3, byte: 0xE9 })));
        assert!(matches!(decode(b"caf\xE9"), Err(NotText::NotUtf8 { at: 3, byte: 0xE9 })));
    }
}
