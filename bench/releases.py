#!/usr/bin/env python3
"""Renders a mesh at every release and compares each release with the one before: releases.py DSCTL MESH [PROXY]

Prints how many resources a proxy's upgrade changes. Exit 1 when any command fails.
"""
import subprocess
import sys
import time


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode > 1 or "Exception" in done.stderr:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr}")
    return done


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    dsctl, mesh, *proxy = sys.argv[1:]
    which = ["--proxy", proxy[0]] if proxy else []
    releases = [line.split()[0] for line in run(dsctl, "profiles").stdout.splitlines() if line[0].isdigit()]
    for old, new in zip(releases, releases[1:]):
        start = time.perf_counter()
        done = run(dsctl, "diff", "-f", mesh, *which, "--istio-version", old, "--with-istio-version", new,
                   "--with-pilot-env", "ISTIO_DUAL_STACK=true", "--pilot-env", "ISTIO_DUAL_STACK=true", "--summary")
        last = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else "equal"
        print(f"{old} to {new}: {last} ({time.perf_counter() - start:.1f} s)", flush=True)


if __name__ == "__main__":
    main()
