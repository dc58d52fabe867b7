#!/usr/bin/env python3
"""Measures everything that docs/performance.md has a figure for, and prints the table there.

figures.py [-n RUNS] [--any-load] [NAME...]     (all of them unless some are named)
"""
import argparse
import datetime
import os
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import measure

BENCH = Path(__file__).resolve().parent
DSCTL = str(BENCH.parent / "dsctl")
FIRST = "app-00000-0.team-000"
LIVE_SERVICES = 5000
DUMPED = 12


class Figure(NamedTuple):
    """What the table says of a command, what is wanted of it, and its arguments behind dsctl."""
    label: str
    wanted: str
    arguments: list
    runs: int = 10
    latency: float | None = None


def figures(folder):
    """All figures by name, of what is in the folder."""
    def kilobytes(file):
        return f"{os.path.getsize(f'{folder}/{file}') / 1000:,.0f} kB"

    def one_of(services):
        return ["render", "-f", f"{folder}/{services}.yaml", "--proxy", FIRST]

    live = ["render", "--kubeconfig", f"{folder}/kubeconfig", "--proxy", FIRST]
    return {
        "version": Figure("`dsctl --version`", "0.12 s", ["--version"]),
        "echo": Figure("`dsctl render -f examples/tcp-echo`", "0.30 s, 90 MB", ["render", "-f", "examples/tcp-echo"]),
        "dump": Figure(f"`dsctl proxy-config listeners --file DUMP`, {kilobytes('dump.json')}", "0.28 s",
                       ["proxy-config", "listeners", "--file", f"{folder}/dump.json"]),
        "1000": Figure(f"`dsctl render --proxy POD`, 1,000 services, {kilobytes('1000.yaml')}", "1.2 s, 250 MB", one_of(1000)),
        "10000": Figure(f"the same, 10,000 services, {kilobytes('10000.yaml')}", "5 s, 700 MB", one_of(10000)),
        "live": Figure("`dsctl render --proxy POD`, 5,000 services in a cluster on this machine", "5 s", live, latency=0),
        "slow": Figure("the same, each answer of the API server 0.1 s late", "", live, latency=0.1),
        "fleet": Figure("`dsctl render --out`, 1,000 services and 1,000 proxies, one run", "25 s",
                        ["render", "-f", f"{folder}/1000.yaml", "--out", f"{folder}/out"], runs=1)}


def prepare(folder):
    """Writes what the commands read."""
    for services in (DUMPED, 1000, 10000):
        with open(f"{folder}/{services}.yaml", "wb") as f:
            subprocess.run([sys.executable, BENCH / "mesh.py", str(services)], stdout=f, check=True)
    with open(f"{folder}/dump.json", "wb") as f:
        subprocess.run([DSCTL, "render", "-f", f"{folder}/{DUMPED}.yaml", "--proxy", FIRST, "-o", "config-dump"], stdout=f,
                       stderr=subprocess.DEVNULL, check=True)


def costs(figure, folder, args):
    """The runs of one figure, and what the API server said of them if there was one."""
    command, runs = [DSCTL, *figure.arguments], min(args.n, figure.runs)
    if figure.latency is None:
        return measure.measured([command], runs, args.any_load, warm=figure.runs > 1)[0], ""
    with subprocess.Popen([sys.executable, BENCH / "api_server.py", str(LIVE_SERVICES), f"{folder}/kubeconfig",
                           str(figure.latency)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        server.stdout.readline()
        measured = measure.measured([command], runs, args.any_load, helper=server.pid)[0]
        return measured, server.communicate()[0].strip()


def machine():
    """For instance: 2 cores of an AMD EPYC, 24 GB, Debian GNU/Linux 12 (bookworm), OpenJDK 17.0.15."""
    def found(file, pattern):
        match = re.search(pattern, Path(file).read_text(encoding="utf-8"), re.MULTILINE)
        return match.group(1).strip() if match else "?"

    java = [os.environ["JAVA_HOME"] + "/bin/java" if "JAVA_HOME" in os.environ else "java", "-version"]
    version = re.search('"(.*?)"', subprocess.run(java, capture_output=True, text=True, check=True).stderr).group(1)
    try:
        return (f"{os.cpu_count()} cores ({found('/proc/cpuinfo', '^model name.*: (.*)')}),"
                f" {int(found('/proc/meminfo', '^MemTotal: *([0-9]+)')) / 2**20:.0f} GB,"
                f" {found('/etc/os-release', '^PRETTY_NAME=.(.*).$')}, JDK {version}")
    except OSError:
        return f"{os.cpu_count()} cores, {platform.platform()}, JDK {version}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=10)
    parser.add_argument("--any-load", action="store_true")
    parser.add_argument("name", nargs="*")
    args = parser.parse_args()
    os.chdir(BENCH.parent)
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        known = figures(folder)
        if not set(args.name) <= set(known):
            sys.exit(f"there are: {' '.join(known)}")
        print(f"{datetime.date.today():%-d %B %Y}, {machine()}; medians of {args.n}.\n")
        print("| command | wall | CPU | peak memory | wanted |\n|---|---:|---:|---:|---:|", flush=True)
        walls, notes = {}, []
        for name in args.name or known:
            figure = known[name]
            runs, note = costs(figure, folder, args)
            cost = measure.median(runs)
            walls[name] = cost.wall
            notes += [f"{name}: {note}"] if note else []
            print(f"| {figure.label} | {cost.wall:.2f} s | {cost.cpu:.2f} s | {cost.memory:.0f} MB |"
                  f" {figure.wanted} |", flush=True)
        if {"1000", "10000"} <= set(walls):
            print(f"\n10,000 services take {walls['10000'] / walls['1000']:.1f} times as long as 1,000.")
        print(*notes, sep="\n", file=sys.stderr)


if __name__ == "__main__":
    main()
