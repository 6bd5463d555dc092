//! `claims cite`: claims as they are cited in a text.

mod page;
mod provisos;
mod style;

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::cite::fragment;
use crate::cite::{Citer, Form, Locale, PLAIN, RecordFormat, TextFormat};
use crate::cli::Outcome;
use crate::cli::answering::Answering;
use crate::cli::cite::page::{Gathered, Maker, Page, Printed};
use crate::cli::desk::Desk;
use crate::cli::filters::FilterArgs;
use crate::cli::lookup;
use crate::cli::near;
use crate::cli::output::OutputArgs;
use crate::cli::say::remark;
use crate::cli::snapshots::SnapshotArgs;
use crate::cli::texts::Texts;
use crate::cli::trouble::Trouble;
use crate::ledger::Claim;
use crate::load::{Item, LedgerFile, fold};
use crate::select::Chosen;

/// The flags of `cite`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  claims cite gupta-question-of-time
  claims cite --source gupta -o citations.md
  claims cite --source gupta --form inline --locale it-IT
  claims cite --source gupta --format bibtex")]
pub struct Args {
    /// The claims' ids; else all that the filters ask for
    #[arg(value_name = "ID", conflicts_with = "FilterArgs")]
    ids: Vec<String>,
    #[command(flatten)]
    filters: FilterArgs,
    /// What a citation consists of
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    form: Form,
    /// The style of the reference: plain, chicago-notes, chicago-author-date, apa, mla, ieee,
    /// harvard-cite-them-right, iso-690-numeric, or a `.csl` file
    #[arg(long, default_value = "plain", value_name = "STYLE")]
    style: String,
    /// The language of what is said around the claim and in the reference
    #[arg(long, value_enum, default_value_t, value_name = "LOCALE")]
    locale: Locale,
    /// How to print them; csl-json, bibtex and ris hold the articles' records only
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    #[command(flatten)]
    snapshots: SnapshotArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// A format of citations or of the records behind them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// As GitHub, Obsidian and pandoc read it
    #[default]
    Markdown,
    /// Plain text
    Text,
    /// A fragment of a page
    Html,
    /// Records for Zotero and pandoc
    CslJson,
    /// Records for LaTeX
    Bibtex,
    /// Records for most other programs that keep references
    Ris,
}

#[derive(Default)]
struct Batch {
    gathered: Gathered,
    answering: Answering,
}

/// What is kept of the file that is being read.
#[derive(Default)]
struct InFile {
    chosen: Chosen,
    is_cited: bool,
    /// The claims whose links lead into a text that is known at the file's end.
    waiting: Vec<Claim>,
}

/// Prints citations.
///
/// # Errors
/// When there is no ledger, an id is no claim's, the style cannot be read, or the output not written.
pub fn run(args: &Args, desk: &Desk) -> Result<Outcome, Trouble> {
    let maker = maker(args)?;
    let files = desk.files()?;
    let selection = args.filters.selection(desk)?;
    let texts = Texts::new(args.snapshots.read()?);
    if !args.ids.is_empty() {
        let kept = lookup::by_id(&args.ids, &files, desk)?;
        let saved = saved_for(&kept, &files, &texts, &maker);
        texts.finish(desk)?;
        let saved: HashMap<_, _> =
            saved.iter().map(|(file, text)| (file, fragment::Printed::new(text))).collect();
        let mut page = Page::open(&args.output, maker.printed)?;
        for kept in &kept {
            let mut gathered = Gathered::default();
            maker.gather(&mut gathered, (&kept.claim, &kept.head), saved.get(&kept.file));
            maker.gather_article(&mut gathered, &kept.head.article);
            page.write(gathered)?;
        }
        page.finish()?;
        return Ok(desk.outcome());
    }
    let mut page = Page::open(&args.output, maker.printed)?;
    let mut answering = Answering::default();
    let mut written = Ok(());
    let findings = fold(
        &files,
        |file: &mut InFile, batch: &mut Batch, item| match item {
            Item::Claim(entry) if file.chosen.holds(&selection, entry.head, &entry.claim) => {
                file.is_cited = true;
                if maker.looks_into(&entry.head.article) {
                    file.waiting.push(*entry.claim);
                } else {
                    maker.gather(&mut batch.gathered, (&entry.claim, entry.head), None);
                }
            }
            Item::Claim(_) => {}
            Item::End(end) => {
                batch.answering.gather(&selection, end.head);
                texts.meet(end.head.article.id.as_str());
                let waiting = std::mem::take(&mut file.waiting);
                let text = if waiting.is_empty() { None } else { texts.of(&end) };
                let saved = text.as_deref().map(fragment::Printed::new);
                for claim in waiting {
                    maker.gather(&mut batch.gathered, (&claim, end.head), saved.as_ref());
                }
                if file.is_cited {
                    maker.gather_article(&mut batch.gathered, &end.head.article);
                }
            }
        },
        |batch| {
            answering.extend(batch.answering);
            written = page.write(batch.gathered);
            if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        },
    );
    written?;
    texts.finish(desk)?;
    let is_blank = page.is_blank();
    page.finish()?;
    desk.report(&findings);
    if is_blank && desk.outcome() == Outcome::Fine {
        near::remark_on_nothing(&selection, &files);
    } else {
        answering.remark_on_several(&selection);
        if desk.outcome() == Outcome::Fine {
            answering.remark_on_strangers(&selection, &files);
        }
    }
    Ok(desk.outcome())
}

/// The saved texts of the articles that these claims are of, by their files.
fn saved_for(
    kept: &[lookup::Kept],
    files: &[LedgerFile],
    texts: &Texts,
    maker: &Maker,
) -> HashMap<Arc<str>, String> {
    let is_theirs = |file: &LedgerFile| kept.iter().any(|kept| kept.file == file.shown);
    // A text that is named must be of an article of the ledger, whichever claims are cited.
    let wanted = files.iter().filter(|file| texts.are_named() || is_theirs(file));
    let wanted: Vec<LedgerFile> = wanted.cloned().collect();
    let mut found = HashMap::new();
    fold(
        &wanted,
        |(): &mut (), batch: &mut Vec<(Arc<str>, String)>, item| {
            let Item::End(end) = item else { return };
            texts.meet(end.head.article.id.as_str());
            if is_theirs(end.file) && maker.looks_into(&end.head.article) {
                batch.extend(texts.of(&end).map(|text| (end.file.shown.clone(), text)));
            }
        },
        |batch| {
            found.extend(batch);
            ControlFlow::Continue(())
        },
    );
    found
}

/// What the flags ask for, held against each other.
fn maker(args: &Args) -> Result<Maker, Trouble> {
    let printed = match (args.format, args.form) {
        (Format::Markdown, Form::Pandoc) => Printed::ForPandoc,
        (Format::Text | Format::Html, Form::Pandoc) => {
            return Err(Trouble::new("`--form pandoc` is Markdown for pandoc to read")
                .help("leave `--format` out, or have pandoc make the other format of it"));
        }
        (Format::Markdown, _) => Printed::Citations(TextFormat::Markdown),
        (Format::Text, _) => Printed::Citations(TextFormat::Text),
        (Format::Html, _) => Printed::Citations(TextFormat::Html),
        (Format::CslJson, _) => Printed::Records(RecordFormat::CslJson),
        (Format::Bibtex, _) => Printed::Records(RecordFormat::Bibtex),
        (Format::Ris, _) => Printed::Records(RecordFormat::Ris),
    };
    let style = style::named(&args.style, args.locale)?;
    if args.style != PLAIN && !matches!(printed, Printed::Citations(_)) {
        remark("`--style` changes nothing here: whoever reads the records sets the style");
    }
    let citer = Citer::new(args.form, style, args.locale);
    Ok(Maker { citer, printed, style: args.style.clone() })
}
