//! Many hands at many files of one ledger: an id is taken once.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use crate::desk::{BRIDGE, Desk, PROGRAM};

const FILES: usize = 12;

/// A ledger of so many files, an article in each.
fn desk() -> Desk {
    (0..FILES).fold(Desk::new(), |desk, number| {
        let text = BRIDGE
            .replace("harbour-bridge", &format!("article-{number}"))
            .replace("ito-safe-again", &format!("claim-{number}"));
        desk.with(&format!("claims/{number:02}.json"), text)
    })
}

/// The program with the flags of one more claim of an article.
fn add(desk: &Desk, article: usize, id: &str) -> Command {
    let mut add = add_unnamed(desk, article);
    add.args(["--id", id]);
    add
}

/// The same where the program is to find an id.
fn add_unnamed(desk: &Desk, article: usize) -> Command {
    let mut add = Command::new(PROGRAM);
    add.current_dir(desk.path("")).env_remove("CLAIMS_LEDGER");
    add.args(["add", "--article", &format!("article-{article}")]);
    add.args(["--statement", "The works go on.", "--kind", "fact", "--source", "ito"]);
    add.args(["--mode", "indirect"]);
    add.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    add
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The names in the ledger's folder that are no ledger files, and the files that hold a text.
fn left_and_holding(desk: &Desk, text: &str) -> (Vec<String>, Vec<String>) {
    let (mut left, mut holding) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(desk.path("claims")).expect("is a folder") {
        let path = entry.expect("is there").path();
        let name = path.file_name().expect("has a name").to_string_lossy().into_owned();
        if name.starts_with('.') {
            left.push(name);
        } else if fs::read_to_string(&path).expect("is there").contains(text) {
            holding.push(format!("claims/{name}"));
        }
    }
    holding.sort();
    (left, holding)
}

#[test]
fn one_id_is_taken_by_one_of_many() {
    let desk = desk();
    for round in 0..4 {
        let id = format!("same-{round}");
        let hands: Vec<_> =
            (0..FILES).map(|article| add(&desk, article, &id).spawn().expect("runs")).collect();
        let outputs: Vec<Output> =
            hands.into_iter().map(|hand| hand.wait_with_output().expect("ends")).collect();
        let (left, holding) = left_and_holding(&desk, &format!("\"{id}\""));
        let [file] = holding.as_slice() else { panic!("{id} is in {holding:?}") };
        assert!(left.is_empty(), "{left:?}");
        let expected =
            format!("error: the id `{id}` is taken, in `{file}`\n  help: `{id}-2` is free\n");
        let (added, refused): (Vec<&Output>, Vec<&Output>) =
            outputs.iter().partition(|output| output.status.success());
        assert_eq!(added.len(), 1, "{id}");
        for output in refused {
            assert_eq!((output.status.code(), said(output)), (Some(2), expected.clone()));
        }
    }
}

#[test]
fn a_proposed_id_is_another_where_it_was_taken_meanwhile() {
    let desk = desk();
    let hands: Vec<_> =
        (0..FILES).map(|article| add_unnamed(&desk, article).spawn().expect("runs")).collect();
    let mut ids: Vec<String> = Vec::new();
    for hand in hands {
        let output = hand.wait_with_output().expect("ends");
        assert!(output.status.success(), "{}", said(&output));
        ids.push(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), FILES, "{ids:?}");
}

#[test]
fn who_waits_too_long_for_the_ledger_is_told_for_whom() {
    let desk = desk();
    let lock = desk.path("claims/.ledger.lock");
    fs::write(&lock, "4711 claims add -\n").expect("is written");
    let held = fs::File::open(&lock).expect("is there");
    rustix::fs::flock(&held, rustix::fs::FlockOperation::LockExclusive).expect("is free");
    // Neither what changes nothing, nor who names the one file, waits.
    let asks =
        |mut add: Command, flags: &[&str]| add.args(flags).output().expect("runs").status.code();
    assert_eq!(asks(add(&desk, 1, "dry"), &["--dry-run"]), Some(0));
    assert_eq!(asks(add(&desk, 2, "alone"), &["--ledger", "claims/02.json"]), Some(0));
    let output = add(&desk, 3, "late").output().expect("runs");
    let expected = "error: cannot write `claims`: it is being written by process 4711 (`claims add -`)\n  help: wait until that is done, and try again\n";
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(2), expected));
    assert!(left_and_holding(&desk, "\"late\"").1.is_empty());
}

#[test]
fn what_a_killed_writer_leaves_is_cleared_by_the_next() {
    const KILLS: u32 = 40;
    let desk = desk();
    let start = std::time::Instant::now();
    assert!(add(&desk, 0, "first").output().expect("runs").status.success());
    let whole = start.elapsed();
    let mut littered = 0;
    for number in 0..KILLS {
        let mut writer = add(&desk, 0, &format!("c-{number}")).spawn().expect("runs");
        std::thread::sleep(whole * number / KILLS);
        writer.kill().expect("is ours");
        writer.wait().expect("ends");
        littered += usize::from(!left_and_holding(&desk, "").0.is_empty());
    }
    let output = add(&desk, 0, "last").output().expect("runs");
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(left_and_holding(&desk, "").0, Vec::<String>::new(), "{littered} left something");
}

#[test]
fn a_ledger_behind_a_link_is_the_same_ledger() {
    let desk = desk();
    std::os::unix::fs::symlink("claims", desk.path("linked")).expect("is linked");
    let lock = desk.path("claims/.ledger.lock");
    let held = fs::File::create(&lock).expect("is made");
    rustix::fs::flock(&held, rustix::fs::FlockOperation::LockExclusive).expect("is free");
    let mut waiting = add(&desk, 3, "behind").args(["--ledger", "linked"]).spawn().expect("runs");
    std::thread::sleep(Duration::from_millis(300));
    assert!(waiting.try_wait().expect("is ours").is_none(), "it did not wait");
    fs::remove_file(&lock).expect("is ours");
    drop(held);
    let output = waiting.wait_with_output().expect("ends");
    assert!(output.status.success(), "{}", said(&output));
    assert!(fs::symlink_metadata(desk.path("linked")).expect("is there").is_symlink());
    assert!(!Path::new(&lock).exists());
}
