//! Where data goes: standard output, or a file that is written whole or not at all.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::{Path, PathBuf};

use crate::cli::trouble::Trouble;
use crate::save::{Failure, Writing};

/// Flags of every command that prints data.
#[derive(clap::Args, Debug, Default)]
pub struct OutputArgs {
    /// Write to FILE instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file after `--output` where it is there already
    #[arg(long, requires = "output")]
    force: bool,
}

/// An open output.
pub enum Output {
    /// Standard output.
    Standard(BufWriter<StdoutLock<'static>>),
    /// A file that appears when all is written.
    File(BufWriter<Writing>, PathBuf),
}

impl OutputArgs {
    /// Opens the output.
    ///
    /// # Errors
    /// When the file is there already and may not be replaced, or cannot be written.
    pub fn open(&self) -> Result<Output, Trouble> {
        match &self.output {
            None => Ok(Output::Standard(BufWriter::new(io::stdout().lock()))),
            Some(path) => self.begin(path.clone()),
        }
    }

    /// Refuses an output that would replace one of the files that it is made from, even by `--force`.
    ///
    /// # Errors
    /// When the output is one of them, by whatever path.
    pub fn refuse_to_replace<'p>(
        &self,
        read: impl IntoIterator<Item = &'p Path>,
    ) -> Result<(), Trouble> {
        let Some(path) = &self.output else { return Ok(()) };
        let Ok(own) = std::fs::canonicalize(path) else { return Ok(()) };
        let is_it = |read: &Path| std::fs::canonicalize(read).is_ok_and(|read| read == own);
        if read.into_iter().any(is_it) {
            return Err(Trouble::new(format!(
                "`{}` is read, and would be replaced",
                path.display()
            ))
            .help("name another file after `--output`"));
        }
        Ok(())
    }

    /// Opens a file beside the output, of the same name with another extension; none where the output
    /// is no file. The second is the file's name.
    ///
    /// # Errors
    /// When the file is there already and may not be replaced, or cannot be written.
    pub fn beside(&self, extension: &str) -> Result<Option<(Output, String)>, Trouble> {
        let Some(path) = &self.output else { return Ok(None) };
        if path.extension().is_some_and(|own| own == extension) {
            return Err(Trouble::new(format!(
                "`{}` is the name of a file that is written beside",
                path.display()
            ))
            .help(format!("name a file that does not end in `.{extension}`")));
        }
        let path = path.with_extension(extension);
        let shown = path.display().to_string();
        Ok(Some((self.begin(path)?, shown)))
    }

    /// Opens a file of each of these names in the folder that the output is to be, which is made where it
    /// is not there yet; gives the folder as well.
    ///
    /// # Errors
    /// When one is there already and may not be replaced, or cannot be written.
    pub fn each<'n>(
        &self,
        names: impl Iterator<Item = &'n str>,
    ) -> Result<(&Path, Vec<Output>), Trouble> {
        let folder = self.output.as_deref().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).map_err(|why| Trouble::not_written(folder, &why.into()))?;
        let files = names.map(|name| self.begin(folder.join(name))).collect::<Result<_, _>>()?;
        Ok((folder, files))
    }

    fn begin(&self, path: PathBuf) -> Result<Output, Trouble> {
        let writing =
            Writing::begin(&path, self.force).map_err(|why| Trouble::not_written(&path, &why))?;
        Ok(Output::File(BufWriter::new(writing), path))
    }
}

impl Output {
    /// The columns of the terminal that the output goes to; none in a pipe or a file.
    pub fn room(&self) -> Option<usize> {
        let Self::Standard(_) = self else { return None };
        if !io::stdout().is_terminal() {
            return None;
        }
        let columns = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
        Some(columns.max(20))
    }

    /// Whether colour is wanted where the output goes; never in a file.
    pub fn has_color(&self) -> bool {
        let Self::Standard(_) = self else { return false };
        anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
    }

    /// Writes what is still held back and puts a file where it belongs.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(self) -> Result<(), Trouble> {
        match self {
            Self::Standard(mut out) => Ok(out.flush()?),
            Self::File(out, path) => {
                let cannot = |why: Failure| Trouble::not_written(&path, &why);
                let writing = out.into_inner().map_err(|why| cannot(why.into_error().into()))?;
                writing.finish().map_err(cannot)
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(out) => out.write(bytes),
            Self::File(out, _) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.flush(),
            Self::File(out, _) => out.flush(),
        }
    }
}
