//! What the comments of a draft permit.

use std::collections::HashMap;

use crate::check::lint::manuscript::Manuscript;
use crate::check::rules::draft;
use crate::draft::Allowance;
use crate::finding::{Finding, Spot};

/// The allowances of a draft, and which of them permitted something.
pub(super) struct Allowed<'a> {
    all: &'a [Allowance],
    used: Vec<bool>,
    /// Those of each rule, in their order.
    by_rule: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Allowed<'a> {
    pub fn new(all: &'a [Allowance]) -> Self {
        let mut by_rule: HashMap<&str, Vec<usize>> = HashMap::new();
        for (number, allowance) in all.iter().enumerate().filter(|(_, one)| one.reason.is_some()) {
            by_rule.entry(&allowance.rule).or_default().push(number);
        }
        Self { all, used: vec![false; all.len()], by_rule }
    }

    /// Whether one of them permits a finding.
    pub fn permits(&mut self, finding: &Finding) -> bool {
        let Spot::Text(span) = finding.place.spot else { return false };
        let Some(numbers) = self.by_rule.get(finding.rule.name) else { return false };
        // What they are about follows their order, so those about this place stand together.
        let about = |number: usize| self.all[number].about;
        let after = numbers.partition_point(|number| about(*number).start <= span.start);
        let here = numbers[..after].iter().rev().take_while(|at| span.start < about(**at).end);
        let mut permits = false;
        for number in here {
            // One that is used was met before, and so were those before it.
            permits = true;
            if std::mem::replace(&mut self.used[*number], true) {
                break;
            }
        }
        permits
    }

    /// Those that permitted nothing.
    pub fn unused(&self, page: &Manuscript<'_>) -> Vec<Finding> {
        let all = self.all.iter().zip(&self.used);
        all.filter_map(|(allowance, used)| draft::unused_allowance::test(allowance, *used, page))
            .collect()
    }
}
