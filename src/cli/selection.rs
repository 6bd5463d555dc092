//! Which rules of a draft are asked for.

use clap::builder::PossibleValuesParser;

use crate::check::rules::draft::RULES;
use crate::finding::{Rule, Severity};

/// Flags that choose rules.
#[derive(clap::Args, Debug)]
pub struct SelectionArgs {
    /// Report only these rules; repeatable, or with commas
    #[arg(long, value_name = "RULE", value_delimiter = ',', hide_possible_values = true, value_parser = rule_names())]
    select: Vec<String>,
    /// Do not report these rules; repeatable, or with commas
    #[arg(long, value_name = "RULE", value_delimiter = ',', hide_possible_values = true, value_parser = rule_names())]
    ignore: Vec<String>,
    /// Report only what weighs as much or more
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t)]
    severity: Least,
}

/// The least that is reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Least {
    /// Everything
    #[default]
    Note,
    /// Warnings and errors
    Warning,
    /// Errors
    Error,
}

/// The rules of a draft, which a shell completes to.
fn rule_names() -> PossibleValuesParser {
    PossibleValuesParser::new(RULES.iter().map(|rule| rule.rule.name))
}

/// The rules that are asked for.
#[derive(Debug)]
pub struct Selection {
    select: Vec<String>,
    ignore: Vec<String>,
    least: Severity,
}

impl SelectionArgs {
    /// The rules that are asked for.
    pub fn read(&self) -> Selection {
        let least = match self.severity {
            Least::Note => Severity::Note,
            Least::Warning => Severity::Warning,
            Least::Error => Severity::Error,
        };
        Selection { select: self.select.clone(), ignore: self.ignore.clone(), least }
    }
}

impl Selection {
    /// Whether a rule is asked for.
    pub fn wants(&self, rule: &Rule) -> bool {
        let is_in = |names: &[String]| names.iter().any(|name| name == rule.name);
        (self.select.is_empty() || is_in(&self.select))
            && !is_in(&self.ignore)
            && rule.severity >= self.least
    }
}
