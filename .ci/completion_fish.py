"""The completion file of fish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from completion_model import KEPT, MADE, NEWEST, Option, Program, Values, filled, have_equals, indented

FISH = r"""# Completion of aliorder in fish. @made@

function __aliorder_list
    switch $argv[1]
        @lists@
    end
end

# The command and its arguments so far, without options and what they take.
function __aliorder_words
    set -l skip no
    set -l words (commandline -opc)
    set -e words[1]
    for word in $words
        if test $skip = yes
            set skip no
            continue
        end
        switch $word
            case @takes@
                set skip yes
            case -
                echo -
            case '-*'
            case '*'
                echo -- $word
        end
    end
end

# Whether the command is argv[1] ('' before any) and, with argv[2], so many arguments stand before this one.
function __aliorder_at
    set -l words (__aliorder_words)
    set -l name "$words[1]"
    set -q words[1]; and set -e words[1]
    if contains -- "$name" @groups@; and set -q words[1]
        set name "$name $words[1]"
        set -e words[1]
    end
    test "$name" = "$argv[1]"; or return 1
    test (count $argv) -eq 1; or test (count $words) -eq $argv[2]
end

# The word to complete as the program would get it, without the option that it begins with.
function __aliorder_word
    set -l word (commandline -ct)
    set -l plain (string unescape -- "$word"; or string replace -r -- '^["\']' '' "$word")
    string replace -r -- '^--[a-z-]+=' '' "$plain"
end

# The values of a list; after KIND= those of a second one.
function __aliorder_pairs
    set -l kind (string match -r -- '^[^=]*=' (__aliorder_word))
    if test -z "$kind"
        __aliorder_list $argv[1]
        return
    end
    for value in (__aliorder_list $argv[2])
        echo -- $kind$value
    end
end

# The values of a list, of which several may stand with commas between them.
function __aliorder_joined
    set -l before (string match -r -- '^.*,' (__aliorder_word))
    for value in (__aliorder_list $argv[1])
        echo -- "$before$value"
    end
end

# The values that the argument before asks for.
function __aliorder_by_argument
    set -l words (__aliorder_words)
    switch "$argv[1]/$words[-1]"
        @by_argument@
    end
end

# A path that begins with ~ or with a variable as the shell would have it; nothing else in it is expanded.
function __aliorder_path
    set -l parts (string match -r -- '^\$(\w+)(/.*)?$' "$argv[1]")
    if string match -q -- '~' "$argv[1]"; or string match -q -- '~/*' "$argv[1]"
        echo -- $HOME(string sub -s 2 -- "$argv[1]")
    else if set -q parts[2]
        set -l name $parts[2]
        echo -- "$$name$parts[3]"
    else
        echo -- "$argv[1]"
    end
end

# What the program keeps of a list and what fits the word. fish takes only what has the word in it, so a word that is
# not in the value, but in a title, is put behind it: aliorder reads NUMBER:word as NUMBER.
function __aliorder_kept
    set -l words (commandline -opc)
    set -l program (__aliorder_path $words[1])
    set -l home ''
    set -l skip no
    command -q $program; or set program aliorder
    set -e words[1]
    for word in $words
        if test $skip != no
            test $skip = --home; and set home (__aliorder_path $word)
            set skip no
            continue
        end
        switch $word
            case @root_takes@
                set skip $word
            case '--home=*'
                set home (__aliorder_path (string replace -- --home= '' $word))
            case '-*'
            case '*'
                break
        end
    end
    set -l word (__aliorder_word)
    set -l pattern (string escape --style=regex -- "$word")
    set -l option (string match -r -- '^--[a-z-]+=' (commandline -ct))
    command -q $program; or return
    set -l found (command $program __complete $argv[1] "$home" "$word" 2>/dev/null </dev/null); or return
    for line in $found
        set -l parts (string split -m 1 \t -- $line)
        string match -qir -- "$pattern" $parts[1]; or set parts[1] "$parts[1]:$word"
        # fish lets what does not begin as the word take the place of the option, too.
        set -q option[1]; and not string match -qr -- "^$pattern" $parts[1]; and set parts[1] $option$parts[1]
        string join \t -- $parts
    end
end

complete -c aliorder -f
@completes@
"""


def fish(program: Program) -> str:
    """The file for fish."""
    completes = [
        f"complete -c aliorder -n '__aliorder_at \"\"' -a {each.name} -d {quoted(each.help)}" for each in program.top()
    ]
    completes.extend(option_lines('""', program.options, program))
    for each in program.commands:
        completes.extend(option_lines(command_word(each.name), each.options, program))
    for name, place, takes in program.places():
        at = command_word(name) if place is None else f"{command_word(name)} {place}"
        completes.append(f"complete -c aliorder -n '__aliorder_at {at}' {argument(takes, program)}")
    return filled(
        FISH,
        made=MADE,
        groups=" ".join(program.groups()),
        lists=indented((line for name, values in program.lists.items() for line in list_case(name, values)), 8),
        takes=" ".join(dict.fromkeys(name for _, name in program.takes())),
        root_takes=" ".join(name for each in program.options if each.takes for name in each.names),
        by_argument=indented(by_argument(program), 8),
        completes="\n".join(completes),
    )


def command_word(name: str) -> str:
    """The name of a command as one word within single quotes."""
    return f'"{name}"' if " " in name else name


def list_case(name: str, values: Values) -> Iterator[str]:
    """A case that prints the values of a list and what they mean."""
    yield f"case {name}"
    pairs = " ".join(quoted(f"{value}\t{label}" if label else value) for value, label in values.items())
    yield f"    printf '%s\\n' {pairs}"


def by_argument(program: Program) -> Iterator[str]:
    """A case for each argument that a list depends on."""
    for name, lists in program.by_argument.items():
        for word, then in lists.items():
            if then != "any":
                yield f"case {name}/{word}"
                yield f"    __aliorder_list {then}"


def quoted(text: str) -> str:
    """The text between single quotes."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def option_lines(command: str, options: Iterable[Option], program: Program) -> Iterator[str]:
    """A line for each option; short and long names of one stand together."""
    for each in options:
        names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in each.names)
        takes = (
            f" -{'r' if each.takes == 'file' else 'x'} {argument(each.takes, program)}".rstrip() if each.takes else ""
        )
        if len([name for name in each.names if name.startswith("--")]) == 1:
            yield f"complete -c aliorder -n '__aliorder_at {command}' {names}{takes} -d {quoted(each.help)}"
            continue
        for name in each.names:
            yield f"complete -c aliorder -n '__aliorder_at {command}' -l {name[2:]}{takes} -d {quoted(each.help)}"


def argument(takes: str, program: Program) -> str:
    """What completes a value."""
    known = {"any": "", "file": "-F", "dir": "-a '(__fish_complete_directories)'"}
    if takes in known:
        return known[takes]
    if takes in KEPT:
        files = f"-F -a '{NEWEST} (__aliorder_kept backups)'"
        return files if takes == "backups" else f"-k -a '(__aliorder_kept {takes})'"
    if takes in program.by_argument:
        return f"-a '(__aliorder_by_argument {takes})'"
    if takes in program.joined:
        return f"-a '(__aliorder_joined {takes})'"
    if have_equals(program.lists[takes]):
        return f"-a '(__aliorder_pairs {takes} {program.after_equals[takes]})'"
    return f"-a '(__aliorder_list {takes})'"
