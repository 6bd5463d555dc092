//! One ledger file, whole and typed: for those who write it again.

use std::ops::ControlFlow;

use serde::Deserialize;

use crate::finding::{Finding, Place, Spot};
use crate::ledger::{Claim, File, Head, Strict};
use crate::load::find::LedgerFile;
use crate::load::fold::unreadable;
use crate::load::parse::{Read, parse};
use crate::load::read;
use crate::load::rules::WRONG_SHAPE;
use crate::load::second;

/// The ledger file that these bytes hold, with all that the fold passes over: the user's own fields of
/// the file, and its schema.
///
/// # Errors
/// What is wrong with it, in the words of every other command.
pub fn whole(file: &LedgerFile, bytes: &[u8]) -> Result<File, Vec<Finding>> {
    let text = read::decode(bytes).map_err(|why| vec![unreadable(file, &why)])?;
    let mut pass = |_: &Head, _: usize, _: Box<Claim>| ControlFlow::Continue(());
    if let Read::Broken { handed, head, why } = parse(text, &mut pass)
        && let ControlFlow::Continue((_, findings)) =
            second::read_again(file, text, (handed, head), &why, &mut pass)
        && !findings.is_empty()
    {
        return Err(findings);
    }
    // The fold's reading decides what a ledger file is; this one only keeps more of it.
    File::deserialize(Strict(&mut serde_json::Deserializer::from_str(text))).map_err(|why| {
        let place = Place { file: file.shown.clone(), spot: Spot::File };
        vec![Finding::new(&WRONG_SHAPE, place, why.to_string())]
    })
}
