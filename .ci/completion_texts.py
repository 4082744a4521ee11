"""The command line as completion files: one function for each shell, each giving the whole file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

MADE = "Made by .ci/make_completions.py; changes belong there."

Values = Mapping[str, str]
"""Values to choose from, and what each one means."""


class Option(NamedTuple):
    """An option: all its names, what it is for, and what it takes, `None` for a flag."""

    names: tuple[str, ...]
    help: str
    takes: str | None


class Command(NamedTuple):
    """A command; `arguments` are what each one takes, the last of them again and again if `repeats`."""

    name: str
    help: str
    options: tuple[Option, ...]
    arguments: tuple[str, ...]
    repeats: bool


class Program(NamedTuple):
    """The whole command line; `after_equals` names what follows a list's `KIND=`.

    The commands of a group stand behind it under both their names: `policy`, `policy show`. A group itself takes one
    argument, its command, from a list of its own.
    """

    options: tuple[Option, ...]
    commands: tuple[Command, ...]
    lists: Mapping[str, Values]
    after_equals: Mapping[str, str]

    def top(self) -> tuple[Command, ...]:
        """The commands and groups that can stand first."""
        return tuple(each for each in self.commands if " " not in each.name)

    def groups(self) -> dict[str, tuple[Command, ...]]:
        """The commands of each group, by its name."""
        found: dict[str, tuple[Command, ...]] = {}
        for each in self.commands:
            group, _, within = each.name.partition(" ")
            if within:
                found[group] = (*found.get(group, ()), each)
        return found

    def places(self) -> Iterator[tuple[str, int, str]]:
        """What an argument takes, by its command and its place, counted from 0."""
        for command in self.commands:
            yield from ((command.name, place, takes) for place, takes in enumerate(command.arguments) if takes != "any")

    def takes(self) -> dict[tuple[str, str], str]:
        """What each option with a value takes, by its command, '' before any, and each of its names."""
        every = {"": self.options, **{command.name: command.options for command in self.commands}}
        return {
            (command, name): each.takes
            for command, options in every.items()
            for each in options
            if each.takes
            for name in each.names
        }


def filled(template: str, **parts: str) -> str:
    """The template with each `@NAME@` replaced."""
    for name, text in parts.items():
        template = template.replace(f"@{name}@", text)
    return template


def have_equals(values: Values) -> bool:
    """Whether the values are the first halves of `KIND=WHEN`."""
    return all(value.endswith("=") for value in values)


def indented(lines: Iterable[str], depth: int) -> str:
    """The lines, `depth` blanks further in, ready to stand in a template."""
    return f"\n{' ' * depth}".join(lines)


def names_of(options: Iterable[Option]) -> str:
    """Every name of every option."""
    return " ".join(name for each in options for name in each.names)


BASH = r"""# Completion of aliorder in bash. @made@

_aliorder_list() {
    case $1 in
        @lists@
    esac
}

# What an option of a command takes: a list, file, dir or any; nothing for a flag.
_aliorder_takes() {
    case $1/$2 in
        @takes@
    esac
}

_aliorder_options() {
    case $1 in
        @options@
    esac
}

_aliorder_argument() {
    case $1/$2 in
        @arguments@
        *) echo any ;;
    esac
}

# The words typed so far, one a line: bash breaks them at = and :, which belong to a word here.
_aliorder_words() {
    local word last='' i
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i == COMP_CWORD)) && [[ -z $word && ${COMP_LINE:COMP_POINT-1:1} == ' ' ]]; then
            printf '%s\n' "$last"
            last=''
        elif ((i > 1)) && [[ $word == [=:]* || ($last == *[=:] && $word != -*) ]]; then
            last+=$word
        else
            ((i > 0)) && printf '%s\n' "$last"
            last=$word
        fi
    done
    printf '%s\n' "$last"
}

_aliorder() {
    local word cur='' option='' command='' place=0 start='' takes='any'
    local -a words=()
    while IFS= read -r word; do words+=("$word"); done < <(_aliorder_words)
    cur=${words[${#words[@]} - 1]}
    unset "words[${#words[@]} - 1]"
    for word in "${words[@]:1}"; do
        if [[ -n $option ]]; then
            option=''
        elif [[ $word == -* ]]; then
            [[ $word != *=* && -n $(_aliorder_takes "$command" "$word") ]] && option=$word
        elif [[ -z $command ]]; then
            command=$word
        elif [[ ' @groups@ ' == *" $command "* ]]; then
            command+=" $word"
        else
            ((place += 1))
        fi
    done
    if [[ -z $option && $cur == --*=* ]]; then
        option=${cur%%=*} start=${cur%%=*}= cur=${cur#*=}
    fi
    if [[ -n $option ]]; then
        takes=$(_aliorder_takes "$command" "$option")
    elif [[ $cur == -* ]]; then
        takes=options
    elif [[ -z $command ]]; then
        takes=commands
    else
        takes=$(_aliorder_argument "$command" "$place")
    fi
    case $takes/$cur in
        @after_equals@
    esac
    [[ $COMP_WORDBREAKS == *=* ]] && start=''
    local IFS=$'\n'
    case $takes in
        any) COMPREPLY=() ;;
        file) COMPREPLY=($(compgen -f -- "$cur")) ;;
        dir) COMPREPLY=($(compgen -d -- "$cur")) ;;
        options) COMPREPLY=($(IFS=' '; compgen -W "$(_aliorder_options "$command")" -- "$cur")) ;;
        *) COMPREPLY=($(IFS=' '; compgen -P "$start" -W "$(_aliorder_list "$takes")" -- "$cur")) ;;
    esac
    [[ $takes == file || $takes == dir ]] && compopt -o filenames 2>/dev/null
    [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
    return 0
}

complete -F _aliorder aliorder
"""


def bash(program: Program) -> str:
    """The file for bash."""
    lists = {"commands": [each.name for each in program.top()], **program.lists}
    takes: dict[str, list[str]] = {}
    for (command, name), what in program.takes().items():
        takes.setdefault(what, []).append(f"'{command}/{name}'")
    return filled(
        BASH,
        made=MADE,
        groups=" ".join(program.groups()),
        lists=indented((f"{name}) echo '{' '.join(values)}' ;;" for name, values in lists.items()), 8),
        takes=indented((f"{' | '.join(names)}) echo {what} ;;" for what, names in takes.items()), 8),
        options=indented(
            (
                f"'') echo '{names_of(program.options)}' ;;",
                *(f"'{each.name}') echo '{names_of(each.options)}' ;;" for each in program.commands),
            ),
            8,
        ),
        arguments=indented(
            (
                f"'{name}'/{'*' if repeats(program, name) else place}) echo {what} ;;"
                for name, place, what in program.places()
            ),
            8,
        ),
        after_equals=indented(
            (
                f"{before}/*=*) takes={after} start+=${{cur%%=*}}= cur=${{cur#*=}} ;;"
                for before, after in program.after_equals.items()
            ),
            8,
        ),
    )


def repeats(program: Program, name: str) -> bool:
    """Whether the command takes its last argument again and again."""
    return next(each.repeats for each in program.commands if each.name == name)


ZSH = r"""#compdef aliorder
# Completion of aliorder in zsh. @made@

@lists@

_aliorder() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  local -a commands
  commands=(
    @commands@
  )
  _arguments -C -S \
    @options@ \
    '1:command:->command' \
    '*::argument:->argument' && return
  case $state in
    command) _describe -t commands command commands ;;
    argument)
      curcontext="${curcontext%:*:*}:aliorder-$words[1]:"
      case $words[1] in
        @of_commands@
      esac
      ;;
  esac
}

if [ "$funcstack[1]" = "_aliorder" ]; then
  _aliorder "$@"
else
  compdef _aliorder aliorder
fi
"""

ZSH_AFTER_EQUALS = r"""if compset -P '*='; then
    @then@
    return
  fi
  """

ZSH_LIST = r"""_aliorder_@name@() {
  @then@local -a choices
  choices=(
    @values@
  )
  _describe -t @name@ @name@ choices@more@
}"""

ZSH_OF_COMMAND = """@name@)
          _arguments -S \\
            @specs@
          ;;"""

ZSH_OF_GROUP = """@name@)
          _arguments -C -S \\
            @options@ \\
            '1:command:@takes@' \\
            '*::argument:->argument' && return
          case $words[1] in
            @of_commands@
          esac
          ;;"""


def zsh(program: Program) -> str:
    """The file for zsh."""
    return filled(
        ZSH,
        made=MADE,
        lists="\n\n".join(zsh_list(name, values, program.after_equals) for name, values in program.lists.items()),
        commands=indented((zsh_value(each.name, each.help) for each in program.top()), 4),
        options=indented((f"{spec}" for spec in joined(zsh_options(program.options))), 4),
        of_commands=indented((zsh_of(each, program) for each in program.top()), 8),
    )


def zsh_of(command: Command, program: Program) -> str:
    """What follows a command; a group is followed by its commands, each with what follows it."""
    within = program.groups().get(command.name)
    if within is None:
        return zsh_command(command)
    inner = (zsh_command(each._replace(name=each.name.split()[1])) for each in within)
    return filled(
        ZSH_OF_GROUP,
        name=command.name,
        options=indented(joined(zsh_options(command.options)), 12),
        takes=zsh_action(command.arguments[0]),
        of_commands=indented((line.removeprefix(" " * 8) for each in inner for line in each.splitlines()), 12),
    )


def zsh_list(name: str, values: Values, after_equals: Mapping[str, str]) -> str:
    """A function that offers the values of a list; those with an equals sign are followed by others."""
    pairs = indented((zsh_value(value.removesuffix("="), label) for value, label in values.items()), 4)
    if not have_equals(values):
        return filled(ZSH_LIST, name=name, values=pairs, then="", more="")
    then = f"_message {name}" if after_equals[name] == "any" else f"_aliorder_{after_equals[name]}"
    return filled(ZSH_LIST, name=name, values=pairs, then=filled(ZSH_AFTER_EQUALS, then=then), more=" -S '='")


def zsh_value(value: str, label: str) -> str:
    """A value with its meaning, as `_describe` takes it."""
    return zsh_quoted(f"{value}:{label}" if label else value)


def zsh_quoted(text: str) -> str:
    """The text between single quotes."""
    return "'" + text.replace("'", "'\\''") + "'"


def zsh_options(options: Iterable[Option]) -> Iterator[str]:
    """Each name of each option as `_arguments` takes it."""
    for each in options:
        for name in each.names:
            what = each.help.replace("[", "(").replace("]", ")").replace(":", "\\:")
            if each.takes is None:
                yield zsh_quoted(f"{name}[{what}]")
            else:
                equals = "=" if name.startswith("--") else ""
                yield zsh_quoted(f"*{name}{equals}[{what}]:{each.takes}:{zsh_action(each.takes)}")


def zsh_action(takes: str) -> str:
    """What completes a value."""
    return {"any": "()", "file": "_files", "dir": "_files -/"}.get(takes, f"_aliorder_{takes}")


def zsh_command(command: Command) -> str:
    """The options and arguments of a command."""
    arguments = [zsh_quoted(f"{place}:{takes}:{zsh_action(takes)}") for place, takes in enumerate(command.arguments, 1)]
    if command.repeats:
        arguments[-1] = zsh_quoted(f"*:{command.arguments[-1]}:{zsh_action(command.arguments[-1])}")
    return filled(
        ZSH_OF_COMMAND, name=command.name, specs=indented(joined([*zsh_options(command.options), *arguments]), 12)
    )


def joined(specs: Iterable[str]) -> list[str]:
    """The specifications as lines of one command."""
    *others, last = specs
    return [*(f"{spec} \\" for spec in others), last]


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

# The values of a list; after KIND= those of a second one.
function __aliorder_pairs
    set -l word (string replace -r -- '^--[a-z-]+=' '' (commandline -ct))
    if string match -q -- '*=*' $word
        set -l kind (string split -m 1 = -- $word)[1]
        __aliorder_list $argv[2] | string replace -r -- '^' "$kind="
    else
        __aliorder_list $argv[1]
    end
end

complete -c aliorder -f
@completes@
"""


def fish(program: Program) -> str:
    """The file for fish."""
    completes = [
        f"complete -c aliorder -n '__aliorder_at \"\"' -a {each.name} -d {fish_quoted(each.help)}"
        for each in program.top()
    ]
    completes.extend(fish_options('""', program.options, program))
    for each in program.commands:
        completes.extend(fish_options(fish_command(each.name), each.options, program))
    for name, place, takes in program.places():
        at = fish_command(name) if repeats(program, name) else f"{fish_command(name)} {place}"
        completes.append(f"complete -c aliorder -n '__aliorder_at {at}' {fish_argument(takes, program)}")
    return filled(
        FISH,
        made=MADE,
        groups=" ".join(program.groups()),
        lists=indented((line for name, values in program.lists.items() for line in fish_list(name, values)), 8),
        takes=" ".join(dict.fromkeys(name for _, name in program.takes())),
        completes="\n".join(completes),
    )


def fish_command(name: str) -> str:
    """The name of a command as one word within single quotes."""
    return f'"{name}"' if " " in name else name


def fish_list(name: str, values: Values) -> Iterator[str]:
    """A case that prints the values of a list and what they mean."""
    yield f"case {name}"
    pairs = " ".join(fish_quoted(f"{value}\t{label}" if label else value) for value, label in values.items())
    yield f"    printf '%s\\n' {pairs}"


def fish_quoted(text: str) -> str:
    """The text between single quotes."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def fish_options(command: str, options: Iterable[Option], program: Program) -> Iterator[str]:
    """A line for each option; short and long names of one stand together."""
    for each in options:
        names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in each.names)
        takes = (
            f" -{'r' if each.takes == 'file' else 'x'} {fish_argument(each.takes, program)}".rstrip()
            if each.takes
            else ""
        )
        if len([name for name in each.names if name.startswith("--")]) == 1:
            yield f"complete -c aliorder -n '__aliorder_at {command}' {names}{takes} -d {fish_quoted(each.help)}"
            continue
        for name in each.names:
            yield f"complete -c aliorder -n '__aliorder_at {command}' -l {name[2:]}{takes} -d {fish_quoted(each.help)}"


def fish_argument(takes: str, program: Program) -> str:
    """What completes a value."""
    known = {"any": "", "file": "-F", "dir": "-a '(__fish_complete_directories)'"}
    if takes in known:
        return known[takes]
    if have_equals(program.lists[takes]):
        return f"-a '(__aliorder_pairs {takes} {program.after_equals[takes]})'"
    return f"-a '(__aliorder_list {takes})'"


POWERSHELL = r"""# Completion of aliorder in PowerShell. @made@

Register-ArgumentCompleter -Native -CommandName aliorder -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $lists = @{
        @lists@
    }
    $takes = @{
        @takes@
    }
    $options = @{
        @options@
    }
    $arguments = @{
        @arguments@
    }
    $afterEquals = @{
        @after_equals@
    }

    $groups = @(@groups@)

    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
    $command = ''
    $option = ''
    $place = 0
    foreach ($word in $words) {
        if ($option) { $option = '' }
        elseif ($word.StartsWith('-')) { if ($takes.ContainsKey("$command/$word")) { $option = $word } }
        elseif (-not $command) { $command = $word }
        elseif ($groups -contains $command) { $command = "$command $word" }
        else { $place++ }
    }

    $start = ''
    $current = "$wordToComplete"
    if (-not $option -and $current -match '^(--[a-z-]+)=(.*)$') {
        $option = $Matches[1]
        $start = $option + '='
        $current = $Matches[2]
    }
    if ($option) { $list = $takes["$command/$option"] }
    elseif ($current.StartsWith('-')) { $list = '' }
    elseif (-not $command) { $list = 'commands' }
    elseif ($arguments.ContainsKey("$command/$place")) { $list = $arguments["$command/$place"] }
    else { $list = 'any' }
    if ($afterEquals.ContainsKey($list) -and $current -match '^([a-z-]+=)(.*)$') {
        $list = $afterEquals[$list]
        $start += $Matches[1]
        $current = $Matches[2]
    }
    if ($list) { $choices = $lists[$list] } else { $choices = $options[$command] }
    foreach ($choice in $choices) {
        if ($choice[0].StartsWith($current)) {
            [System.Management.Automation.CompletionResult]::new(
                $start + $choice[0], $choice[0], 'ParameterValue', $choice[1])
        }
    }
}
"""


def powershell(program: Program) -> str:
    """The file for PowerShell."""
    commands = {each.name: each.help for each in program.top()}
    options = {"": program.options, **{each.name: each.options for each in program.commands}}
    return filled(
        POWERSHELL,
        made=MADE,
        groups=", ".join(map(pwsh_quoted, program.groups())),
        lists=indented(
            (
                line
                for name, values in {"commands": commands, **program.lists}.items()
                for line in pwsh_list(name, values)
            ),
            8,
        ),
        takes=indented(
            (
                f"{pwsh_quoted(f'{command}/{name}')} = {pwsh_quoted(what)}"
                for (command, name), what in program.takes().items()
            ),
            8,
        ),
        options=indented(
            (
                line
                for name, group in options.items()
                for line in pwsh_list(name, {each: option.help for option in group for each in option.names})
            ),
            8,
        ),
        arguments=indented(
            (f"{pwsh_quoted(f'{name}/{place}')} = {pwsh_quoted(what)}" for name, place, what in program.places()), 8
        ),
        after_equals=indented(
            (f"{pwsh_quoted(name)} = {pwsh_quoted(then)}" for name, then in program.after_equals.items()), 8
        ),
    )


def pwsh_list(name: str, values: Values) -> Iterator[str]:
    """An entry of a table: pairs of a value and what it means."""
    yield f"{pwsh_quoted(name)} = @("
    for value, label in values.items():
        yield f"    , @({pwsh_quoted(value)}, {pwsh_quoted(label or value)})"
    yield ")"


def pwsh_quoted(text: str) -> str:
    """The text between single quotes."""
    return "'" + text.replace("'", "''") + "'"


SHELLS: Mapping[str, Callable[[Program], str]] = {
    "aliorder.bash": bash,
    "_aliorder": zsh,
    "aliorder.fish": fish,
    "aliorder.ps1": powershell,
}
"""The name of each completion file, and the function that gives its text."""
