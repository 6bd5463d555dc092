//! HTML entities: what a quotation copied from a page's source carries.

/// The entities that word processors, feeds and content systems write into news text.
const NAMED: [(&str, char); 62] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("shy", '\u{ad}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("euro", '€'),
    ("pound", '£'),
    ("yen", '¥'),
    ("cent", '¢'),
    ("deg", '°'),
    ("plusmn", '±'),
    ("times", '×'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("prime", '′'),
    ("Prime", '″'),
    ("agrave", 'à'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("igrave", 'ì'),
    ("ograve", 'ò'),
    ("ugrave", 'ù'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Agrave", 'À'),
    ("aacute", 'á'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("uacute", 'ú'),
    ("ntilde", 'ñ'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("szlig", 'ß'),
    ("ccedil", 'ç'),
    ("ecirc", 'ê'),
    ("minus", '−'),
];

/// No entity is longer than this, so that a lone `&` costs nothing.
const LONGEST: usize = 12;

/// The character that the entity at the start of `text` stands for, and the bytes it takes.
///
/// An entity escaped twice (`&amp;quot;`) is read to its end, so that folding a folded text changes nothing.
pub fn entity(text: &str) -> Option<(char, usize)> {
    let mut at = 1;
    while text[at..].starts_with("amp;") {
        at += 4;
    }
    let decoded = named_or_numbered(&text[at..]);
    match decoded {
        Some((character, length)) => Some((character, at + length)),
        None if at > 1 => Some(('&', at)),
        None => None,
    }
}

/// What stands between `&` and `;`, both left out of `text`'s start and counted in at its end.
fn named_or_numbered(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = &text[..end];
    let character = match name.strip_prefix('#') {
        Some(number) => char::from_u32(code(number)?)?,
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    (character != '\0').then_some((character, end + 1))
}

fn code(number: &str) -> Option<u32> {
    match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
        None => number.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::entity;

    #[test]
    fn entities_are_read() {
        let cases = [
            ("named", "&quot;", Some(('"', 6))),
            ("decimal", "&#39;", Some(('\'', 5))),
            ("hexadecimal", "&#x27;", Some(('\'', 6))),
            ("escaped twice", "&amp;quot;", Some(('"', 10))),
            ("an ampersand that was escaped", "&amp; Co", Some(('&', 5))),
            ("a company's name", "& Co;", None),
            ("no such name", "&foo;", None),
            ("not a character", "&#xD800;", None),
            ("the end", "&", None),
            ("cut inside a letter", "&ééééééééé;", None),
        ];
        for (name, text, expected) in cases {
            assert_eq!(entity(text), expected, "{name}");
        }
    }
}
