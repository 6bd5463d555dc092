//! What holds of every sentence in every language with word lists.

use proptest::prelude::*;

use super::{Given, Utterance, fit};

/// A language, words of it, words that negate in it, and what stands between two words.
type Tongue = (&'static str, [&'static str; 10], [&'static str; 3], &'static str);

#[rustfmt::skip] // one language a line
const TONGUES: [Tongue; 13] = [
    ("en", ["bridge", "water", "stone", "evening", "mountain", "paper", "river", "window", "garden", "silver"], ["not", "never", "without"], " "),
    ("it", ["ponte", "strada", "vento", "mattina", "fiume", "città", "scuola", "carta", "pietra", "lupo"], ["non", "mai", "senza"], " "),
    ("fr", ["pont", "fenêtre", "fleuve", "montagne", "école", "pierre", "jardin", "papier", "marché", "loup"], ["ne", "jamais", "sans"], " "),
    ("de", ["Brücke", "Straße", "Wasser", "Abend", "Schule", "Fluss", "Garten", "Papier", "Markt", "Berg"], ["nicht", "nie", "ohne"], " "),
    ("es", ["puente", "montaña", "calle", "escuela", "piedra", "jardín", "papel", "mercado", "lobo", "viento"], ["no", "nunca", "sin"], " "),
    ("pt", ["ponte", "montanha", "rua", "escola", "pedra", "jardim", "papel", "mercado", "lobo", "manhã"], ["não", "nunca", "sem"], " "),
    ("nl", ["brug", "straat", "water", "school", "steen", "tuin", "papier", "markt", "wolf", "ochtend"], ["niet", "nooit", "zonder"], " "),
    ("ru", ["камень", "дорога", "школа", "река", "вечер", "бумага", "рынок", "волк", "утро", "сад"], ["не", "никогда", "без"], " "),
    ("cs", ["kámen", "cesta", "škola", "řeka", "večer", "papír", "trh", "vlk", "ráno", "zahrada"], ["ne", "nikdy", "bez"], " "),
    ("pl", ["kamień", "droga", "szkoła", "rzeka", "wieczór", "papier", "rynek", "wilk", "ranek", "ogród"], ["nie", "nigdy", "bez"], " "),
    ("zh", ["桥", "水", "山", "河", "城", "石", "纸", "风", "狼", "校"], ["不", "没", "未"], ""),
    ("ja", ["橋", "水", "山", "川", "町", "石", "紙", "風", "狼", "朝"], ["ない", "ません", "なかった"], ""),
    ("ar", ["جسر", "ماء", "حجر", "مساء", "جبل", "ورق", "نهر", "نافذة", "سوق", "ذئب"], ["لا", "لم", "بدون"], " "),
];

prop_compose! {
    /// Six to nine words of one language, none twice.
    fn sentence()(tongue in prop::sample::select(TONGUES.to_vec()))(words in prop::sample::subsequence(tongue.1.to_vec(), 6..9).prop_shuffle(), tongue in Just(tongue)) -> (Tongue, Vec<&'static str>) {
        (tongue, words)
    }
}

fn may_stand(tag: &str, recorded: &str, given: &str) -> bool {
    fit(&Given::new(given, Some(tag)), &Utterance::of(recorded, Some(tag)))
        .is_some_and(|fitted| fitted.may_stand())
}

proptest! {
    #![proptest_config(crate::trial::with(128))]

    #[test]
    fn a_sentence_is_its_own_quotation((tongue, words) in sentence()) {
        let (tag, _, _, space) = tongue;
        let text = words.join(space);
        for given in [text.clone(), format!("«{text}»"), format!("„{text}“."), format!("「{text}」")] {
            let found = fit(&Given::new(&given, Some(tag)), &Utterance::of(&text, Some(tag)));
            prop_assert_eq!(found.map(|fitted| fitted.fit.as_str()), Some("verbatim"), "{}: {}", tag, given);
        }
    }

    #[test]
    fn a_change_at_any_place_is_never_fine((tongue, words) in sentence(), other in 0usize..10) {
        let (tag, all, _, space) = tongue;
        let text = words.join(space);
        for at in 0..words.len() {
            let mut changed = words.clone();
            changed[at] = all[other];
            prop_assert!(changed == words || !may_stand(tag, &text, &changed.join(space)), "{}", changed.join(space));
            let mut added = words.clone();
            added.insert(at, all[other]);
            prop_assert!(!may_stand(tag, &text, &added.join(space)), "{}", added.join(space));
            let mut dropped = words.clone();
            dropped.remove(at);
            let is_inside = at > 0 && at + 1 < words.len();
            prop_assert!(!is_inside || !may_stand(tag, &text, &dropped.join(space)), "{}", dropped.join(space));
            let mut asked = words.clone();
            asked.insert(at + 1, "?");
            prop_assert!(!may_stand(tag, &text, &asked.join(space)), "{}", asked.join(space));
        }
    }

    #[test]
    fn two_words_swapped_are_never_fine((tongue, words) in sentence()) {
        let (tag, _, _, space) = tongue;
        for at in 1..words.len() {
            let mut swapped = words.clone();
            swapped.swap(at, at - 1);
            prop_assert!(!may_stand(tag, &words.join(space), &swapped.join(space)), "{}", swapped.join(space));
        }
    }

    #[test]
    fn a_negation_dropped_or_swallowed_is_never_fine((tongue, words) in sentence(), which in 0usize..3) {
        let (tag, _, negations, space) = tongue;
        for at in 1..words.len() {
            let with = |word: &'static str| -> String {
                let mut with = words.clone();
                with.insert(at, word);
                with.join(space)
            };
            let negated = with(negations[which]);
            prop_assert!(!may_stand(tag, &negated, &words.join(space)), "{}", negated);
            for cut in ["…", "[...]", "(…)"] {
                prop_assert!(!may_stand(tag, &negated, &with(cut)), "{}: {}", negated, with(cut));
            }
            let bracketed = format!("{}{space}[{}]{space}{}", words[..at].join(space), negations[which], words[at..].join(space));
            prop_assert!(!may_stand(tag, &words.join(space), &bracketed), "{}", bracketed);
        }
    }
}
