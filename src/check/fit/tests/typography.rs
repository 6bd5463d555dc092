//! What print does to words: fine. What it may not do: not fine.

use super::{Case, run};

#[rustfmt::skip] // one case a line
const HABITS_OF_PRINT_ARE_FINE: &[Case] = &[
    ("the words themselves", "it", "Il ponte tornerà sicuro.", "Il ponte tornerà sicuro.", "verbatim"),
    ("guillemets", "it", "Il ponte tornerà sicuro.", "«Il ponte tornerà sicuro.»", "verbatim"),
    ("German marks", "de", "Die Brücke hält.", "„Die Brücke hält.“", "verbatim"),
    ("single marks around an English idea", "en", "He called 'the idea' sound.", "He called ‘the idea’ sound.", "verbatim"),
    ("a curly apostrophe", "en", "We don't know yet.", "We don’t know yet.", "verbatim"),
    ("an elided article", "it", "L'autorità dell'acqua decide.", "L’autorità dell’acqua decide.", "verbatim"),
    ("an apostrophe for an accent", "it", "Perché è così.", "Perche' e' cosi'.", "verbatim"),
    ("a capital with its apostrophe", "it", "È finita.", "E' finita.", "verbatim"),
    ("a verb's apostrophe", "it", "Il sindaco parlò a lungo.", "Il sindaco parlo' a lungo.", "verbatim"),
    ("a dash of another length", "en", "We waited -- in vain -- for hours.", "We waited—in vain—for hours.", "verbatim"),
    ("a non-breaking hyphen", "en", "A well-known bridge.", "A well‑known bridge.", "verbatim"),
    ("white space and line breaks", "en", "The bridge will be safe.", "The  bridge\nwill\u{a0}be safe.", "verbatim"),
    ("mail's prefixes", "en", "The bridge will be safe.", "> The bridge\n> will be safe.", "verbatim"),
    ("a soft hyphen", "de", "Die Brückensanierung beginnt.", "Die Brücken\u{ad}sanierung beginnt.", "verbatim"),
    ("a zero-width space", "en", "The bridge is safe.", "The bri\u{200b}dge is safe.", "verbatim"),
    ("a decomposed accent", "it", "Così è la città.", "Cosi\u{300} e\u{300} la citta\u{300}.", "verbatim"),
    ("a ligature", "en", "The final office.", "The ﬁnal oﬃce.", "verbatim"),
    ("full-width letters", "en", "AI works", "ＡＩ works", "verbatim"),
    ("entities", "en", "It's \"safe\" & sound.", "It&#39;s &quot;safe&quot; &amp; sound.", "verbatim"),
    ("emphasis", "en", "The bridge is really safe.", "The bridge is **really** _safe_.", "verbatim"),
    ("the ellipsis character", "en", "Well... it holds.", "Well… it holds.", "verbatim"),
    ("spaced dots", "en", "Well... it holds.", "Well . . . it holds.", "verbatim"),
    ("the first letter", "en", "The bridge will be safe.", "the bridge will be safe.", "verbatim"),
    ("a capital after a colon", "de", "So ist es: Nichts hält ewig.", "So ist es: nichts hält ewig.", "verbatim"),
    ("a comma more", "en", "The best way to wait is to sleep.", "The best way to wait, is to sleep", "verbatim"),
    ("an exclamation mark", "es", "¡Basta ya de promesas!", "Basta ya de promesas.", "verbatim"),
    ("yo", "ru", "Всё ещё впереди.", "Все еще впереди.", "verbatim"),
    ("tatweel and harakat", "ar", "كتب الوزير رسالة", "كَتَبَ الوزيـــر رِسالة", "verbatim"),
    ("niqqud", "he", "שלום לילדים היום", "שָׁלוֹם לַיְלָדִים היום", "verbatim"),
    ("corner brackets", "ja", "橋は安全です。", "「橋は安全です」", "verbatim"),
    ("full-width punctuation", "zh", "桥会安全，不会倒。", "桥会安全,不会倒.", "verbatim"),
    ("a closing mark that took the accent with it", "it", "Guarda in faccia la realta'", "Guarda in faccia la realta", "verbatim"),
];

#[test]
fn habits_of_print_are_fine() {
    run(HABITS_OF_PRINT_ARE_FINE);
}

#[rustfmt::skip] // one case a line
const WHAT_MAKES_ANOTHER_TEXT_IS_NOT_FOLDED: &[Case] = &[
    ("a superscript", "en", "about 10² cells", "about 102 cells", "altered: number"),
    ("a fraction", "en", "about 1½ miles", "about 11/2 miles", "altered: number"),
    ("a decimal comma", "it", "cresce del 3,4 per cento", "cresce del 34 per cento", "altered: number"),
    ("a point for a comma", "it", "cresce del 3,4 per cento", "cresce del 3.4 per cento", "altered: number"),
    ("grouped thousands", "fr", "il y a 1 000 ponts", "il y a 1000 ponts", "altered: number"),
    ("thousands in other spaces", "fr", "il y a 1 000 ponts", "il y a 1\u{202f}000 ponts", "verbatim"),
    ("a minus sign lost", "it", "a −5 gradi", "a 5 gradi", "altered: symbol"),
    ("a minus sign of another shape", "it", "a −5 gradi", "a -5 gradi", "verbatim"),
    ("another currency", "en", "it costs $30", "it costs €30", "altered: symbol"),
    ("a lost per cent", "de", "15 % der Fälle", "15 der Fälle", "altered: symbol"),
    ("a per cent without its space", "de", "15 % der Fälle", "15% der Fälle", "verbatim"),
    ("primes", "en", "a plank of 5′ length", "a plank of 5″ length", "altered: symbol"),
    ("a question made a statement", "it", "Verrai domani al porto?", "Verrai domani al porto.", "altered: ending"),
    ("a statement made a question", "it", "Verrai domani al porto.", "Verrai domani al porto?", "altered: ending"),
    ("a letter that makes another word", "en", "The form was good.", "The farm was good.", "altered: replaced"),
    ("an accent that makes another word", "it", "Il ponte è sicuro", "Il ponte e sicuro", "altered: replaced"),
    ("another accent", "it", "Perché no, dice il sindaco", "Perchè no, dice il sindaco", "spelling"),
    ("a lost accent", "fr", "Le problème demeure entier", "Le probleme demeure entier", "spelling"),
    ("sharp s", "de", "Das muß genügen", "Das muss genügen", "spelling"),
    ("a capital inside a sentence", "en", "They polish it daily", "They Polish it daily", "spelling"),
    ("a hyphen lost", "en", "A well-known bridge stands", "A well known bridge stands", "spelling"),
    ("an idea is no accent", "it", "Parla 'la idea' di tutti", "Parla 'la ideà di tutti", "spelling"),
    ("an apocope is no accent", "it", "Aspetta un po' qui", "Aspetta un pò qui", "spelling"),
    ("a Chinese character", "zh", "这座桥会安全的", "这座桥会危险的", "altered: replaced"),
    ("an Arabic word", "ar", "قال الوزير إن الجسر آمن", "قال الرئيس إن الجسر آمن", "altered: replaced"),
];

#[test]
fn what_makes_another_text_is_not_folded() {
    run(WHAT_MAKES_ANOTHER_TEXT_IS_NOT_FOLDED);
}
