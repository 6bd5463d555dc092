//! What `cite` gathers while the ledger streams past, and how it is written.

use std::collections::BTreeSet;
use std::io::Write;

use crate::cite::fragment;
use crate::cite::{Citer, Doubt, RecordFormat, TextFormat, draw, records};
use crate::cli::cite::provisos::provisos;
use crate::cli::output::{Output, OutputArgs};
use crate::cli::say::remark;
use crate::cli::trouble::Trouble;
use crate::ledger::{Article, Claim, Head};

/// Makes citations or records; shared by the threads that read.
pub struct Maker {
    /// Cites the claims.
    pub citer: Citer,
    /// What is printed.
    pub printed: Printed,
    /// The style as it was asked for.
    pub style: String,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// Citations.
    Citations(TextFormat),
    /// Citations for pandoc, which needs the records, too.
    ForPandoc,
    /// The records of the articles.
    Records(RecordFormat),
}

/// What was gathered of some claims.
#[derive(Default)]
pub struct Gathered {
    cited: Vec<Cited>,
    articles: Vec<Article>,
    /// Entries of a list of references.
    listed: Vec<(String, Vec<String>)>,
}

struct Cited {
    remarks: Vec<String>,
    text: String,
}

impl Maker {
    /// Whether a saved text of the article would make the links of its citations exact.
    pub fn looks_into(&self, article: &Article) -> bool {
        matches!(self.printed, Printed::Citations(_))
            && fragment::address(article, None, None).is_some()
    }

    /// Gathers a claim; its link is exact where the article's text is at hand.
    pub fn gather(
        &self,
        into: &mut Gathered,
        (claim, head): (&Claim, &Head),
        saved: Option<&fragment::Printed<'_>>,
    ) {
        let mut remarks = provisos(claim);
        let format = match self.printed {
            Printed::Citations(format) => format,
            Printed::ForPandoc => TextFormat::Markdown,
            Printed::Records(_) => {
                into.cited.push(Cited { remarks, text: String::new() });
                return;
            }
        };
        let cited = self.citer.cite(claim, head, saved);
        remarks.extend(cited.doubt.map(|doubt| self.on_doubt(&doubt, &head.article)));
        into.cited.push(Cited { remarks, text: draw(&cited.blocks, format) });
    }

    /// Gathers the article of a file of which a claim was gathered.
    pub fn gather_article(&self, into: &mut Gathered, article: &Article) {
        match self.printed {
            Printed::Citations(format) => {
                into.listed.extend(self.citer.listed(article).map(|entry| {
                    let doubt = entry.doubt.map(|doubt| self.on_doubt(&doubt, article));
                    (draw(&entry.blocks, format), doubt.into_iter().collect())
                }));
            }
            Printed::ForPandoc | Printed::Records(_) => into.articles.push(article.clone()),
        }
    }

    fn on_doubt(&self, doubt: &Doubt, article: &Article) -> String {
        let (id, style) = (&article.id, &self.style);
        format!("`{id}` is given the plain reference, not that of `{style}`: {doubt}")
    }
}

/// Where citations are written.
pub struct Page {
    out: Output,
    /// The file of the records that pandoc needs, and its name.
    beside: Option<(Output, String)>,
    printed: Printed,
    gap: &'static str,
    is_blank: bool,
    /// What was remarked once on an article is not remarked again on its next claim.
    said: BTreeSet<String>,
    articles: Vec<Article>,
    listed: Vec<String>,
}

impl Page {
    /// Opens the output.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn open(target: &OutputArgs, printed: Printed) -> Result<Self, Trouble> {
        let out = target.open()?;
        // Opened before anything is written: both files or none.
        let beside = if printed == Printed::ForPandoc { target.beside("json")? } else { None };
        Ok(Self {
            out,
            beside,
            printed,
            gap: "",
            is_blank: true,
            said: BTreeSet::new(),
            articles: Vec::new(),
            listed: Vec::new(),
        })
    }

    /// Whether no claim was cited.
    pub const fn is_blank(&self) -> bool {
        self.is_blank
    }

    /// Writes what was gathered.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&mut self, gathered: Gathered) -> std::io::Result<()> {
        self.is_blank &= gathered.cited.is_empty();
        for cited in gathered.cited {
            self.remark(cited.remarks);
            if !cited.text.is_empty() {
                write!(self.out, "{}{}", self.gap, cited.text)?;
                self.gap = "\n";
            }
        }
        for (entry, remarks) in gathered.listed {
            self.remark(remarks);
            if !self.listed.contains(&entry) {
                self.listed.push(entry);
            }
        }
        for article in gathered.articles {
            if !self.articles.contains(&article) {
                self.articles.push(article);
            }
        }
        Ok(())
    }

    fn remark(&mut self, remarks: Vec<String>) {
        for said in remarks {
            if self.said.insert(said.clone()) {
                remark(said);
            }
        }
    }

    /// Writes what stands at the end, and the records that pandoc needs.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> Result<(), Trouble> {
        for entry in &self.listed {
            write!(self.out, "{}{entry}", self.gap)?;
            self.gap = "\n";
        }
        if let Printed::Records(format) = self.printed {
            self.write_records(format)?;
        }
        if self.printed == Printed::ForPandoc && !self.is_blank {
            self.write_beside()?;
        }
        self.out.finish()
    }

    fn write_beside(&mut self) -> Result<(), Trouble> {
        let Some((mut out, path)) = self.beside.take() else {
            remark(
                "pandoc needs the references: the same with `--format csl-json -o references.json`",
            );
            return Ok(());
        };
        write!(out, "{}", records(&self.articles, RecordFormat::CslJson).text)?;
        out.finish()?;
        remark(format!("`{path}` holds the references, for `pandoc --citeproc --bibliography`"));
        Ok(())
    }

    fn write_records(&mut self, format: RecordFormat) -> std::io::Result<()> {
        let records = records(&self.articles, format);
        self.remark(records.remarks);
        write!(self.out, "{}", records.text)
    }
}
