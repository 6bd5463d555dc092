//! Many hands at one ledger, and hands that are stopped: the old file or the new one, and nothing lost.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::desk::{BRIDGE, Desk, PROGRAM, skipped};

const FILE: &str = "claims/harbour-bridge.json";

fn desk() -> Desk {
    let desk = Desk::new().with(FILE, BRIDGE);
    // Written the one way, so that it can be told how each addition leaves it.
    assert_eq!(desk.claims().arg("fmt").output().expect("runs").status.code(), Some(0));
    desk
}

/// The program with the flags of one more claim.
fn add(desk: &Desk, id: &str) -> Command {
    let mut add = Command::new(PROGRAM);
    add.current_dir(desk.path("")).env_remove("CLAIMS_LEDGER");
    add.args(["add", "--id", id, "--statement"]).arg(format!("Statement {id}."));
    add.args(["--kind", "fact", "--source", "ito", "--mode", "indirect"]);
    add.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    add
}

fn text(desk: &Desk) -> String {
    fs::read_to_string(desk.path(FILE)).expect("is there")
}

fn ids(text: &str) -> Vec<String> {
    let held: Value = serde_json::from_str(text).unwrap_or_else(|why| panic!("{why}: {text}"));
    let claims = held["claims"].as_array().expect("is a list").iter();
    claims.map(|claim| claim["id"].as_str().expect("is a text").to_owned()).collect()
}

/// What is in the ledger's folder.
fn names(desk: &Desk) -> Vec<String> {
    let listed = fs::read_dir(desk.path("claims")).expect("is a folder");
    let name = |entry: std::io::Result<fs::DirEntry>| {
        entry.expect("is there").file_name().to_string_lossy().into_owned()
    };
    let mut names: Vec<String> = listed.map(name).collect();
    names.sort();
    names
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn what_sixteen_write_at_once_is_all_there() {
    const HANDS: usize = 16;
    const CLAIMS: usize = 200;
    let desk = desk();
    std::thread::scope(|scope| {
        for hand in 0..HANDS {
            let desk = &desk;
            scope.spawn(move || {
                for number in (hand..CLAIMS).step_by(HANDS) {
                    let output = add(desk, &format!("c-{number}")).output().expect("runs");
                    assert!(output.status.success(), "{}", said(&output));
                }
            });
        }
    });
    let mut there = ids(&text(&desk));
    there.sort();
    let mut expected: Vec<String> = (0..CLAIMS).map(|number| format!("c-{number}")).collect();
    expected.push("ito-safe-again".to_owned());
    expected.sort();
    assert_eq!(there, expected);
    assert_eq!(names(&desk), ["harbour-bridge.json"], "nothing else is left");
    let check = desk.claims().args(["fmt", "--check"]).output().expect("runs");
    assert_eq!(check.status.code(), Some(0));
}

/// Numbers that look random and are the same in every run.
fn scattered(number: u32) -> u32 {
    number.wrapping_add(1).wrapping_mul(0x9E37_79B9).rotate_left(13).wrapping_mul(0x85EB_CA6B)
}

#[test]
fn who_is_killed_leaves_the_old_file_or_the_new() {
    const KILLS: u32 = 200;
    let desk = desk();
    // How long one addition takes here: the moments lie evenly in it, and a little after.
    let start = Instant::now();
    assert!(add(&desk, "first").output().expect("runs").status.success());
    let whole = start.elapsed() * 5 / 4;
    let (mut old, mut new, mut littered) = (0, 0, 0);
    for number in 0..KILLS {
        let before = text(&desk);
        let id = format!("c-{number}");
        let mut writer = add(&desk, &id).spawn().expect("runs");
        std::thread::sleep(whole * (scattered(number) % 1000) / 1000);
        writer.kill().expect("is ours");
        writer.wait().expect("ends");
        let after = text(&desk);
        if after == before {
            old += 1;
        } else {
            assert_eq!(ids(&after).last(), Some(&id), "neither old nor new");
            assert!(after.len() > before.len() && after.ends_with("}\n"));
            new += 1;
        }
        littered += usize::from(names(&desk).len() > 1);
    }
    // Both happen, or the moments were not those of the writing.
    assert!(old > 0 && new > 0, "{old} old, {new} new");
    let output = add(&desk, "last").output().expect("runs");
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(names(&desk), ["harbour-bridge.json"], "after {littered} that left something");
    assert_eq!(ids(&text(&desk)).len(), new + 3);
}

#[test]
fn who_waits_too_long_is_told_for_whom() {
    let desk = desk();
    let lock = desk.path("claims/.harbour-bridge.json.lock");
    fs::write(&lock, "4711 an editor of ledgers\n").expect("is written");
    let held = fs::File::open(&lock).expect("is there");
    rustix::fs::flock(&held, rustix::fs::FlockOperation::LockExclusive).expect("is free");
    let before = text(&desk);
    let output = add(&desk, "late").output().expect("runs");
    let expected = "error: cannot write `claims/harbour-bridge.json`: it is being written by process 4711 (`an editor of ledgers`)\n  help: wait until that is done, and try again\n";
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(2), expected));
    assert_eq!(text(&desk), before);
}

/// Runs every writer of the ledger and of other files, and sees that each is refused and nothing changed.
fn all_are_refused(desk: &Desk, run: &dyn Fn(&[&str]) -> Output, reason: &str) {
    fs::write(desk.path("loose.json"), "{}").expect("is ours");
    let writers: [&[&str]; 5] = [
        &[
            "add",
            "--article",
            "harbour-bridge",
            "--id",
            "new",
            "--statement",
            "S.",
            "--kind",
            "fact",
            "--source",
            "ito",
            "--mode",
            "indirect",
        ],
        &["fmt", "claims/loose.json"],
        &["init", "another"],
        &["list", "-o", "claims/list.txt"],
        &["lint", "claims/piece.md", "--fix"],
    ];
    for args in writers {
        let before: Vec<(String, Vec<u8>)> = contents(desk);
        let output = run(args);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains(reason), "{args:?}: {said}");
        assert!(said.contains("help: "), "{args:?}: {said}");
        assert_eq!(contents(desk), before, "{args:?}");
    }
}

fn contents(desk: &Desk) -> Vec<(String, Vec<u8>)> {
    names(desk)
        .into_iter()
        .map(|name| {
            let bytes = fs::read(desk.path("claims").join(&name)).expect("is there");
            (name, bytes)
        })
        .collect()
}

/// A ledger with what each writer would change.
fn written_by_all() -> Desk {
    let loose = BRIDGE.replace("harbour-bridge", "loose").replace("ito-safe-again", "loose-claim");
    let piece = "“Il ponte tornerà sicura”, ha affermato Mei Ito.\n";
    desk().with("claims/loose.json", loose.replace("\n  ", "\n")).with("claims/piece.md", piece)
}

#[test]
fn a_folder_that_may_only_be_read_stays_as_it_is() {
    const NOBODY: &str = "65534";
    let desk = written_by_all();
    let nobody = |program: &Path, args: &[&str]| {
        Command::new("setpriv")
            .args(["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--"])
            .arg(program)
            .args(args)
            .current_dir(desk.path(""))
            .env_remove("CLAIMS_LEDGER")
            .stdin(Stdio::null())
            .output()
    };
    // Where nobody may go, the program is brought.
    let near = desk.path("claims-program");
    fs::copy(PROGRAM, &near).expect("is copied");
    for (path, mode) in [("", 0o755), ("claims", 0o755), ("claims-program", 0o755)] {
        fs::set_permissions(desk.path(path), Permissions::from_mode(mode)).expect("is ours");
    }
    if !nobody(&near, &["--version"]).is_ok_and(|output| output.status.success()) {
        skipped("`setpriv` cannot make another user of this one here");
        return;
    }
    all_are_refused(&desk, &|args| nobody(&near, args).expect("runs"), "permission denied");
}

#[test]
fn a_file_that_may_only_be_read_stays_as_it_is() {
    let desk = written_by_all();
    for file in ["claims/harbour-bridge.json", "claims/loose.json", "claims/piece.md"] {
        fs::set_permissions(desk.path(file), Permissions::from_mode(0o444)).expect("is ours");
    }
    let run = |args: &[&str]| desk.claims().args(args).output().expect("runs");
    let writers: [&[&str]; 3] = [
        &[
            "add",
            "--article",
            "harbour-bridge",
            "--statement",
            "S.",
            "--kind",
            "fact",
            "--source",
            "ito",
            "--mode",
            "indirect",
        ],
        &["fmt"],
        &["lint", "claims/piece.md", "--fix"],
    ];
    for args in writers {
        let before = contents(&desk);
        let output = run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", said(&output));
        assert!(said(&output).contains("the file is read-only"), "{args:?}: {}", said(&output));
        assert_eq!(contents(&desk), before, "{args:?}");
    }
}

#[test]
fn a_disk_that_is_full_leaves_the_old_file() {
    // A limit of one block for each file that is written; the signal that comes with it is ignored.
    let desk = desk();
    let long = "long ".repeat(400);
    for (unit, number) in (0..4).map(|number| (format!("c-{number}"), number)) {
        let output = add(&desk, &unit).args(["--note", &long]).output().expect("runs");
        assert!(output.status.success(), "{number}: {}", said(&output));
    }
    let before = text(&desk);
    let script = format!(
        "trap '' XFSZ; ulimit -f 8; exec '{PROGRAM}' add --id new --statement S. --kind fact --source ito --mode indirect"
    );
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(desk.path(""))
        .env_remove("CLAIMS_LEDGER")
        .output()
        .expect("runs");
    let expected = "error: cannot write `claims/harbour-bridge.json`: file too large\n";
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).starts_with(expected), "{}", said(&output));
    assert_eq!(text(&desk), before);
    assert_eq!(names(&desk), ["harbour-bridge.json"]);
}

/// A disk that is taken away again.
struct Disk<'d>(&'d Path);

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn a_small_disk_that_is_full_leaves_the_old_file() {
    let desk = Desk::new().with_folder("small");
    let small = desk.path("small");
    let mount = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
        .arg(&small)
        .stderr(Stdio::null())
        .status();
    if !mount.is_ok_and(|status| status.success()) {
        skipped("no disk can be mounted here");
        return;
    }
    let _disk = Disk(&small);
    let file = small.join("claims/harbour-bridge.json");
    fs::create_dir(small.join("claims")).expect("a folder");
    fs::write(&file, BRIDGE.replace("The bridge", &"The long bridge ".repeat(1000))).expect("fits");
    let rest = vec![b' '; 128 << 10];
    // As much as there is room for: the write fails, and what fitted stays.
    assert!(fs::write(small.join("rest"), rest).is_err(), "the disk is larger than it was made");
    let before = fs::read(&file).expect("is there");
    let writers: [&[&str]; 4] = [
        &["add", "--statement", "S.", "--kind", "fact", "--source", "ito", "--mode", "indirect"],
        &["fmt"],
        &["init", "another"],
        &["list", "--format", "json", "-o", "list.json"],
    ];
    for args in writers {
        let output = desk.claims().current_dir(&small).args(args).output().expect("runs");
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", said(&output));
        assert!(said(&output).contains("no space left on device"), "{args:?}: {}", said(&output));
        assert_eq!(fs::read(&file).expect("is there"), before, "{args:?}");
        let left = fs::read_dir(small.join("claims")).expect("is a folder").count();
        assert_eq!(left, 1, "{args:?}");
        assert!(!small.join("list.json").exists());
    }
}

#[test]
fn links_mode_and_owner_stay() {
    let desk = desk().with_folder("ledger");
    fs::rename(desk.path(FILE), desk.path("ledger/real.json")).expect("is moved");
    symlink("../ledger/real.json", desk.path(FILE)).expect("is linked");
    let real = desk.path("ledger/real.json");
    fs::set_permissions(&real, Permissions::from_mode(0o640)).expect("is ours");
    // Only root may give a file away.
    let is_given = std::os::unix::fs::chown(&real, Some(1234), Some(4321)).is_ok();
    if !is_given {
        skipped("only root may give a file to another: owner is not looked at");
    }
    let before = fs::metadata(&real).expect("is there");
    let output = add(&desk, "new").output().expect("runs");
    assert!(output.status.success(), "{}", said(&output));
    let after = fs::metadata(&real).expect("is there");
    assert!(fs::symlink_metadata(desk.path(FILE)).expect("is there").is_symlink());
    let of = |about: &fs::Metadata| (about.mode(), about.uid(), about.gid());
    assert_eq!(of(&after), of(&before));
    assert_ne!(after.ino(), before.ino(), "a new file was put in its place");
    assert!(ids(&text(&desk)).contains(&"new".to_owned()));
    assert_eq!(fs::read_dir(desk.path("ledger")).expect("is a folder").count(), 1);
}

#[test]
fn what_an_editor_saves_meanwhile_is_not_overwritten() {
    // The editor asks for no lock: it saves while the program waits for its input's other half.
    let desk = desk();
    let lock = desk.path("claims/.harbour-bridge.json.lock");
    let held = fs::File::create(&lock).expect("is made");
    rustix::fs::flock(&held, rustix::fs::FlockOperation::LockExclusive).expect("is free");
    let waiting = add(&desk, "new").spawn().expect("runs");
    std::thread::sleep(Duration::from_millis(300));
    let saved = text(&desk).replace("will be safe", "may be safe");
    fs::write(desk.path(FILE), &saved).expect("is saved");
    fs::remove_file(&lock).expect("is ours");
    drop(held);
    let output = waiting.wait_with_output().expect("ends");
    assert!(output.status.success(), "{}", said(&output));
    let after = text(&desk);
    assert!(after.contains("may be safe") && ids(&after).contains(&"new".to_owned()), "{after}");
}
