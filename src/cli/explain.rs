//! `claims explain`: why a rule is there, with an example reported and one accepted.

use std::io::Write;

use crate::check;
use crate::cli::Outcome;
use crate::cli::output::OutputArgs;
use crate::cli::trouble::Trouble;
use crate::export::Table;
use crate::finding::Rule;
use crate::load;
use crate::wording::did_you_mean;

/// The flags of `explain`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims explain
  claims explain mode-without-quotes")]
pub struct Args {
    /// The rule's name; without one, all rules are listed
    #[arg(value_name = "RULE")]
    rule: Option<String>,
    #[command(flatten)]
    output: OutputArgs,
}

/// Every rule of every command: of loading, of the ledger, of a draft.
pub fn all_rules() -> impl Iterator<Item = &'static Rule> {
    let ledger = check::rules::RULES.iter().map(|rule| rule.rule);
    let draft = check::rules::draft::RULES.iter().map(|rule| rule.rule);
    load::rules::RULES.into_iter().chain(ledger).chain(draft)
}

/// Prints the documentation of a rule, or the list of all.
///
/// # Errors
/// When there is no rule of this name, or the output cannot be written.
pub fn run(args: &Args) -> Result<Outcome, Trouble> {
    let text = match &args.rule {
        Some(name) => Some(rule_of(name)?.text),
        None => None,
    };
    let mut out = args.output.open()?;
    if let Some(text) = text {
        write!(out, "{text}")?;
    } else {
        let mut table = Table::new(["rule", "severity", "what it reports"], out.room());
        for rule in all_rules() {
            let severity = rule.severity.to_string();
            table.row([rule.name, &severity, &first_sentence(rule.text)], &mut out)?;
        }
        table.finish(&mut out)?;
    }
    out.finish()?;
    Ok(Outcome::Fine)
}

/// The rule of this name; the brackets that messages set around it may be left on.
fn rule_of(name: &str) -> Result<&'static Rule, Trouble> {
    let bare = name.trim_matches(['[', ']']);
    all_rules().find(|rule| rule.name == bare).ok_or_else(|| {
        let help = match did_you_mean(bare, all_rules().map(|rule| rule.name)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`claims explain` lists the rules".to_owned(),
        };
        Trouble::new(format!("no rule is called `{bare}`")).help(help)
    })
}

/// What stands between the title and the first full stop or colon, on one line.
fn first_sentence(documentation: &str) -> String {
    let body = documentation.split_once("\n\n").map_or(documentation, |(_, body)| body);
    let line = body.split("\n\n").next().unwrap_or(body).replace('\n', " ");
    let end = [". ", ": ", "; "].iter().filter_map(|stop| line.find(stop)).min();
    line[..end.unwrap_or(line.len())].trim_end_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{all_rules, first_sentence, rule_of};

    #[test]
    fn every_rule_is_explained_under_its_own_name() {
        let mut names = BTreeSet::new();
        for rule in all_rules() {
            assert!(names.insert(rule.name), "`{}` names two rules", rule.name);
            assert!(!first_sentence(rule.text).is_empty(), "`{}` says what it reports", rule.name);
            assert!(rule.text.starts_with(&format!("# {}\n", rule.name)), "{}", rule.name);
            assert_eq!(rule_of(rule.name).expect("it is listed").text, rule.text);
        }
        assert_eq!(
            rule_of("[mode-without-quotes]").expect("as printed").name,
            "mode-without-quotes"
        );
    }

    #[test]
    fn a_mistyped_rule_is_guessed() {
        let near = |name| rule_of(name).expect_err("no such rule").advice().map(str::to_owned);
        assert_eq!(
            near("mode-without-qoutes").as_deref(),
            Some("did you mean `mode-without-quotes`?")
        );
        assert_eq!(near("banana").as_deref(), Some("`claims explain` lists the rules"));
    }

    #[test]
    fn a_rule_is_listed_by_what_it_reports() {
        let cases = [
            ("# a\n\nA claim that\nhas none.\n\nWhy: b", "A claim that has none"),
            ("# a\n\nAn id: of a claim.", "An id"),
            ("", ""),
        ];
        for (text, sentence) in cases {
            assert_eq!(first_sentence(text), sentence);
        }
    }
}
