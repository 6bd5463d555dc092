//! A manual page, made of what a command's help says.

use std::fmt::Write as _;

use clap::builder::StyledStr;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::ledger::Today;

/// The program with its commands as the pages show them: usage as the help prints it, and no `help`.
pub fn documented(program: clap::Command) -> clap::Command {
    let mut program = program.disable_help_subcommand(true).subcommand_help_heading("COMMANDS");
    program.build();
    with_usage(program).mut_subcommands(with_usage)
}

/// The usage in one line; where it were left to the pages, they would list every flag in it.
fn with_usage(mut command: clap::Command) -> clap::Command {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned();
    command.override_usage(usage)
}

/// What the page of a command is called: `claims-list`.
pub fn name(command: &clap::Command) -> &str {
    command.get_display_name().unwrap_or(command.get_name())
}

/// The page of a command, in roff and in ASCII.
pub fn page(command: &clap::Command, date: Option<Today>) -> String {
    let help = command.get_after_long_help().or(command.get_after_help());
    let help = help.map(StyledStr::to_string).unwrap_or_default();
    let is_root = command.has_subcommands();
    let man = Man::new(command.clone())
        .title(name(command))
        // An argument that is empty has to be written as such: else the next would take its place.
        .date(date.map_or("\"\"".to_owned(), |day| day.0.to_string()))
        .source(concat!("claims ", env!("CARGO_PKG_VERSION")))
        .manual("Manual of claims");
    let mut roff = String::new();
    append(&mut roff, |out| man.render_title(out));
    append(&mut roff, |out| man.render_name_section(out));
    append(&mut roff, |out| man.render_synopsis_section(out));
    append(&mut roff, |out| man.render_description_section(out));
    let told = Told::of(&help);
    roff.push_str(&told.description.to_roff());
    append(&mut roff, |out| man.render_options_section(out));
    if is_root {
        append(&mut roff, |out| man.render_subcommands_section(out));
    }
    roff.push_str(&told.rest.to_roff());
    if !is_root {
        let mut see = Roff::new();
        see.control("SH", ["SEE ALSO"]).text([bold("claims"), roman("(1)")]);
        roff.push_str(&see.to_roff());
    }
    in_ascii(&roff)
}

/// What every piece begins with: a name for the apostrophe. A page writes it by its letter's name instead.
const PREAMBLE: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";

fn append(roff: &mut String, draw: impl Fn(&mut Vec<u8>) -> std::io::Result<()>) {
    let mut piece = Vec::new();
    // Writing to memory cannot fail.
    let _ = draw(&mut piece);
    let piece = String::from_utf8_lossy(&piece);
    roff.push_str(piece.strip_prefix(PREAMBLE).unwrap_or(&piece));
}

/// What the help says around the flags, sorted into the sections of a page.
struct Told {
    description: Roff,
    rest: Roff,
}

impl Told {
    fn of(help: &str) -> Self {
        let (mut description, mut examples, mut exit) = (Roff::new(), Roff::new(), Roff::new());
        for block in help.split("\n\n") {
            if let Some(lines) = block.strip_prefix("Examples:\n") {
                text(examples.control("SH", ["EXAMPLES"]).control("nf", []), lines)
                    .control("fi", []);
            } else if let Some(codes) = block.strip_prefix("Exit codes: ") {
                text(exit.control("SH", ["EXIT STATUS"]), codes);
            } else if block.starts_with('|') {
                // The first two lines are a table's titles and its rule.
                block.lines().skip(2).for_each(|row| describe(row, &mut description));
            } else {
                text(description.control("PP", []), block);
            }
        }
        let rest = [exit, examples].into_iter().collect();
        Self { description, rest }
    }
}

fn text<'r>(roff: &'r mut Roff, lines: &str) -> &'r mut Roff {
    lines.lines().fold(roff, |roff, line| roff.text([roman(line.trim())]))
}

/// A row of a Markdown table: what it names, and then what it says of it.
fn describe(row: &str, roff: &mut Roff) {
    let mut cells = row.trim_matches(['|', ' ']).splitn(3, " | ");
    let mut cell = || cells.next().unwrap_or_default();
    let (name, holds, says) = (cell().trim_matches('`'), cell(), cell());
    roff.control("TP", []).text([bold(name), roman(format!(" ({holds})"))]);
    roff.text([roman(says)]);
}

/// The same page as every roff reads it: letters beyond ASCII by their number, those that a reader sets as
/// others (`` ` ``, `^`, `~`) by their name, no blank at a line's end, no empty line.
fn in_ascii(roff: &str) -> String {
    let mut page = String::new();
    for line in roff.lines() {
        let line = line.trim_end();
        if line.is_empty() {
            page.push_str(".sp");
        }
        let line = line.replace(r"\\", r"\e").replace(r"\*(Aq", r"\(aq").replace('\'', r"\(aq");
        for letter in line.chars() {
            match letter {
                '`' => page.push_str(r"\(ga"),
                '^' => page.push_str(r"\(ha"),
                '~' => page.push_str(r"\(ti"),
                ' '..='\u{7e}' => page.push(letter),
                // Writing to a string cannot fail.
                _ => drop(write!(page, r"\[u{:04X}]", u32::from(letter))),
            }
        }
        page.push('\n');
    }
    page.replace("\n.br\n.sp\n.br\n", "\n.sp\n")
}
