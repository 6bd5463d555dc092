//! Which rules of a draft are asked for.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command};

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

/// The names of the rules of a draft, which a shell completes to; blanks after a comma are no part of one.
#[derive(Clone)]
struct RuleNames(PossibleValuesParser);

fn rule_names() -> RuleNames {
    RuleNames(PossibleValuesParser::new(RULES.iter().map(|rule| rule.rule.name)))
}

impl TypedValueParser for RuleNames {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        let trimmed = value.to_str().map_or(value, |value| OsStr::new(value.trim()));
        self.0.parse_ref(command, argument, trimmed)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.0.possible_values()
    }
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
