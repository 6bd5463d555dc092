//! What single characters are: marks that only dress a text, and signs that carry value.

/// Characters that nobody sees: soft hyphens, zero-width and bidirectional controls, variation selectors.
///
/// Habit of print: pages and word processors slip them in for line breaking and direction.
pub const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}

/// Vowel and cantillation marks, and the stroke that only stretches a line.
///
/// Habit of print: Arabic and Hebrew newspapers leave the vowels out; a textbook or a careful editor puts them in.
pub const fn is_pointing(c: char) -> bool {
    matches!(c,
        '\u{640}' | '\u{64b}'..='\u{652}' | '\u{656}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}')
}

/// Forms that exist for width, ligature or position only, and stand for plain letters.
///
/// Habit of print: typesetting systems store `ﬁ` as one glyph, East Asian ones store `Ａ`. Superscripts and fractions
/// are not among them: `10²` is not `102`.
pub const fn is_presentation_form(c: char) -> bool {
    matches!(c,
        '\u{fb00}'..='\u{fb06}' | '\u{fb13}'..='\u{fb17}' | '\u{fb1d}'..='\u{fb4f}' | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' | '\u{ff01}'..='\u{ffdc}' | '\u{ffe0}'..='\u{ffe6}' | '\u{132}' | '\u{133}'
        | '\u{13f}' | '\u{140}' | '\u{1c4}'..='\u{1cc}' | '\u{1f1}'..='\u{1f3}')
}

/// What stands for an apostrophe or a single quotation mark.
pub const fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{2018}'
            | '\u{2019}'
            | '\u{201a}'
            | '\u{201b}'
            | '\u{2bc}'
            | '\u{2bb}'
            | '\u{b4}'
            | '`'
            | '\u{2032}'
            | '\u{5f3}'
            | '\u{a78c}'
    )
}

/// What stands for a quotation mark that no apostrophe looks like.
pub const fn is_quotation_mark(c: char) -> bool {
    matches!(c,
        '"' | '\u{ab}' | '\u{bb}' | '\u{201c}'..='\u{201f}' | '\u{2039}' | '\u{203a}' | '\u{2033}' | '\u{2036}'
        | '\u{300c}'..='\u{300f}' | '\u{301d}'..='\u{301f}' | '\u{2e42}' | '\u{275b}'..='\u{275e}' | '\u{276e}' | '\u{276f}' | '\u{fe41}'..='\u{fe44}' | '\u{5f4}')
}

/// Dashes and hyphens of every length.
pub const fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2212}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{5be}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{207b}'
    )
}

/// Dashes too long to be a minus sign.
pub const fn is_long_dash(c: char) -> bool {
    matches!(c, '\u{2014}' | '\u{2015}' | '\u{2e3a}' | '\u{2e3b}' | '\u{fe58}')
}

/// Question marks of every script.
pub const fn is_question(c: char) -> bool {
    matches!(
        c,
        '?' | '\u{37e}' | '\u{61f}' | '\u{55e}' | '\u{1367}' | '\u{2047}'
            ..='\u{2049}'
                | '\u{203d}'
                | '\u{2e2e}'
                | '\u{a60f}'
                | '\u{2cfa}'
                | '\u{2cfb}'
                | '\u{11143}'
                | '\u{fe56}'
                | '\u{fe16}'
    )
}

/// The dots that make an ellipsis by themselves.
pub const fn is_ellipsis(c: char) -> bool {
    matches!(c, '\u{2026}' | '\u{22ef}' | '\u{fe19}')
}

/// Marks that end a sentence, after which a capital is the typesetter's.
pub const fn ends_sentence(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | ':'
            | '\u{a1}'
            | '\u{bf}'
            | '\u{3002}'
            | '\u{ff0e}'
            | '\u{ff61}'
            | '\u{964}'
            | '\u{965}'
            | '\u{6d4}'
            | '\u{589}'
            | '\u{1362}'
            | '\u{203c}'
    )
}

/// Punctuation that stands between words and carries no value; what is unknown is *not* among it, to be on the safe side.
pub const fn is_soft_punctuation(c: char) -> bool {
    matches!(c,
        '!' | '(' | ')' | ',' | '.' | ':' | ';' | '{' | '}' | '*' | '_' | '`' | '\u{a1}' | '\u{bf}' | '\u{b6}' | '\u{b7}'
        | '\u{37e}' | '\u{387}' | '\u{55a}'..='\u{55d}' | '\u{55f}' | '\u{589}' | '\u{5c0}' | '\u{5c3}' | '\u{5c6}' | '\u{60c}' | '\u{60d}'
        | '\u{61b}' | '\u{66d}' | '\u{6d4}' | '\u{964}' | '\u{965}' | '\u{e2f}' | '\u{e5a}' | '\u{e5b}' | '\u{1361}'..='\u{1366}'
        | '\u{17d4}'..='\u{17d6}' | '\u{2022}' | '\u{2023}' | '\u{2025}' | '\u{2043}' | '\u{203c}' | '\u{203b}' | '\u{25cf}' | '\u{25aa}' | '\u{25e6}'
        | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{300b}' | '\u{3010}' | '\u{3011}' | '\u{3014}'..='\u{301c}' | '\u{30fb}'
        | '\u{fe10}'..='\u{fe15}' | '\u{fe17}' | '\u{fe18}' | '\u{fe30}'..='\u{fe40}' | '\u{fe50}'..='\u{fe55}' | '\u{fe57}')
}

/// Whether a letter of this script is a token by itself, because the script prints no spaces between words.
pub const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}' | '\u{e80}'..='\u{edf}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17d3}' | '\u{19e0}'..='\u{19ff}'
        | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3041}'..='\u{30fa}' | '\u{30fc}'..='\u{312f}'
        | '\u{31a0}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
