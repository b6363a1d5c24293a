#!/usr/bin/env python3
"""Builds the leaflets twice and compares them byte by byte.   usage: same.py POLYLEAF

The two builds differ in user (root and nobody, where this runs as root), folder, home, time zone, language of the machine and
number of jobs. Then everything in the files, unpacked by qpdf, is searched for what would tell where, when or by whom they were
made: folders, users, the host's name, the day."""
import datetime
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import tomllib

WHAT = ["-L", "factsheet,letter-fold,booklet", "-l", "en,th,ko,zh-Hant"]
WHAT += ["--for", "office,press,screen", "--ink", "colour,mono"]


def build(polyleaf, folder, user, zone, lang, jobs):
    """Builds a copy of the project, as a user of a machine somewhere; returns the folder of the files."""
    project = folder / "leaflets"
    project.mkdir(parents=True)
    shutil.copy(polyleaf, folder / "polyleaf")
    shutil.copy("polyleaf.toml", project)
    for name in ("locales", "layouts", "fonts"):
        shutil.copytree(name, project / name)
    home = folder / "home"
    home.mkdir()
    become = []
    if os.getuid() == 0 and user != "root":
        subprocess.run(["chown", "-R", user, folder], check=True)
        become = ["setpriv", f"--reuid={user}", "--regid=65534", "--clear-groups"]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), "USER": user, "LOGNAME": user, "TZ": zone, "LC_ALL": lang}
    command = [*become, folder / "polyleaf", "build", "--leaflet", "factsheet", *WHAT, "--jobs", jobs, "-o", "out"]
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    return project / "out"


def unpacked(pdf):
    plain = ["qpdf", "--qdf", "--object-streams=disable", "--deterministic-id", pdf, "-"]
    return subprocess.run(plain, check=True, capture_output=True).stdout


def traces(folders):
    """What must not stand in a file. The manifest's date may, also on that day."""
    today = datetime.date.today()
    own = tomllib.loads(pathlib.Path("polyleaf.toml").read_text("utf8"))["project"]["date"]
    days = [today + datetime.timedelta(days=days) for days in (-1, 0, 1)]
    days = [day for day in days if str(day) not in (own, own + "-01")]
    dates = [day.strftime(form) for day in days for form in ("D:%Y%m%d", "%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%d %b %Y")]
    places = [*map(str, folders), os.getcwd(), os.path.expanduser("~"), "/root", "/home/", "/Users/", "/tmp/"]
    names = [name for name in ("nobody", os.environ.get("USER", ""), socket.gethostname()) if len(name) > 3]
    return [trace for trace in places + names + dates if len(trace) > 3]


def main():
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        folders = [pathlib.Path(one) / "a", pathlib.Path(other) / "some where else"]
        for folder in (one, other):
            os.chmod(folder, 0o755)
        first = build(sys.argv[1], folders[0], "root", "America/Toronto", "C.UTF-8", "1")
        second = build(sys.argv[1], folders[1], "nobody", "Asia/Seoul", "ko_KR.UTF-8", "2")
        names = sorted(pdf.name for pdf in first.glob("*.pdf"))
        problems = [] if names == sorted(pdf.name for pdf in second.glob("*.pdf")) else ["the builds wrote different files"]
        for name in names:
            bytes = (first / name).read_bytes()
            if bytes != (second / name).read_bytes():
                problems.append(f"{name} differs")
            text = bytes + unpacked(first / name)
            for trace in traces(folders):
                if trace.encode() in text or trace.encode("utf-16-be") in text:
                    problems.append(f"{name} holds {trace}")
    print(*problems, f"{len(names)} files built twice, {len(problems)} problems", sep="\n")
    sys.exit(bool(problems) or not names)


main()
