//! Which rules of a draft are asked for.

use crate::check::rules::draft::RULES;
use crate::cli::trouble::Trouble;
use crate::finding::{Rule, Severity};
use crate::wording::did_you_mean;

/// Flags that choose rules.
#[derive(clap::Args, Debug)]
pub struct SelectionArgs {
    /// Report only these rules; repeatable, or with commas
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// Do not report these rules; repeatable, or with commas
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
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

/// The rules that are asked for.
#[derive(Debug)]
pub struct Selection {
    select: Vec<String>,
    ignore: Vec<String>,
    least: Severity,
}

impl SelectionArgs {
    /// Reads them.
    ///
    /// # Errors
    /// When one is no rule of a draft.
    pub fn read(&self) -> Result<Selection, Trouble> {
        for name in self.select.iter().chain(&self.ignore) {
            let names = || RULES.iter().map(|rule| rule.rule.name);
            if !names().any(|known| known == name) {
                let help = match did_you_mean(name, names()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "`claims explain` lists the rules".to_owned(),
                };
                return Err(
                    Trouble::new(format!("no rule of a draft is called `{name}`")).help(help)
                );
            }
        }
        let least = match self.severity {
            Least::Note => Severity::Note,
            Least::Warning => Severity::Warning,
            Least::Error => Severity::Error,
        };
        Ok(Selection { select: self.select.clone(), ignore: self.ignore.clone(), least })
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
