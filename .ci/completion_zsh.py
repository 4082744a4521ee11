"""The completion file of zsh."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from completion_model import KEPT, MADE, NEWEST, Command, Option, Program, Values, filled, have_equals, indented

ZSH = r"""#compdef aliorder
# Completion of aliorder in zsh. @made@

# Sets REPLY to a path that begins with ~ or with a variable as the shell would have it; nothing else in it is expanded.
_aliorder_path() {
  local name="${${1#\$}%%/*}"
  REPLY=$1
  if [[ $1 == '~' || $1 == '~/'* ]]; then
    REPLY=$HOME${1#\~}
  elif [[ $1 == '$'* ]]; then
    name=${${name#\{}%\}}
    [[ -n $name && $name != *[^A-Za-z0-9_]* ]] && REPLY=${(P)name}${${1#\$}#${${1#\$}%%/*}}
  fi
}

# Offers what the program keeps of a list and what fits the word. What was found by something else than its beginning
# takes the place of the word if it is the only one; several are listed first, and stand in a menu the next time.
_aliorder_kept() {
  local answer line value word="${(Q)PREFIX}${(Q)SUFFIX}"
  local -a lines values shown fitting expl
  local -i widest=0
  # Once is enough: the program itself looks for all that may be meant.
  [[ $PREFIX == '(#'* ]] || (( ${_matcher_num:-1} > 1 )) && return 1
  answer=$(command "$program" __complete $1 "$home" "$word" 2>/dev/null </dev/null) || return 1
  [[ -n $answer ]] || return 1
  lines=("${(@f)answer}")
  fitting=("${(@M)lines:#$word*}")
  (( $#fitting )) && lines=("${fitting[@]}")
  values=("${(@)lines%%$'\t'*}")
  for value in $values; do
    (( ${(m)#value} > widest )) && widest=${(m)#value}
  done
  for line in $lines; do
    value=${line%%$'\t'*} line=${line#*$'\t'}
    [[ -n $line ]] && line="${(mr:widest:)value}  -- $line" || line=$value
    (( ${(m)#line} < COLUMNS )) || line=${(mr:COLUMNS-1:)line}
    shown+=("$line")
  done
  if (( $#fitting )); then
    _wanted -V "$1" expl "$2" compadd -l -d shown -a - values
  else
    if (( $#values > 1 )) && [[ $compstate[insert] == *unambiguous* ]]; then
      compstate[insert]='' compstate[list]='list force'
    fi
    _wanted -V "$1" expl "$2" compadd -U -i "$IPREFIX" -I "$ISUFFIX" -l -d shown -a - values
  fi
}

@lists@

_aliorder() {
  local curcontext="$curcontext" state line program home REPLY
  typeset -A opt_args
  local -i at
  local -a commands
  _aliorder_path "${(Q)words[1]}"
  program=$REPLY
  [[ $program == */* ]] || (( $+commands[$program] )) || program=aliorder
  for (( at = 2; at < CURRENT; at++ )); do
    case ${words[at]} in
      --home) (( ++at < CURRENT )) && _aliorder_path "${(Q)words[at]}" && home=$REPLY ;;
      --home=*) _aliorder_path "${(Q)words[at]#--home=}" && home=$REPLY ;;
      @root_takes@) (( at++ )) ;;
      -*) ;;
      *) break ;;
    esac
  done
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

AFTER_EQUALS = r"""if compset -P '*='; then
    @then@
    return
  fi
  """

LIST = r"""_aliorder_@name@() {
  @then@local -a choices
  choices=(
    @values@
  )
  _describe -t @name@ @name@ choices@more@
}"""

KEPT_LIST = """_aliorder_@name@() {
  _aliorder_kept @name@ '@label@'
}"""

BACKUPS = """_aliorder_backups() {
  local -a newest
  local -i none=1
  newest=('@newest@:the newest backup')
  _describe -t newest backup newest && none=0
  if [[ $PREFIX != */* ]]; then
    _aliorder_kept backups '@label@' && none=0
  fi
  _files && none=0
  return none
}"""

BY_ARGUMENT = """_aliorder_@name@() {
  case $words[CURRENT-1] in
    @choices@
  esac
}"""

OF_COMMAND = """@name@)
          _arguments -S \\
            @specs@
          ;;"""

OF_GROUP = """@name@)
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
        lists="\n\n".join(functions(program)),
        root_takes=" | ".join(
            name for each in program.options if each.takes for name in each.names if name != "--home"
        ),
        commands=indented((value_of(each.name, each.help) for each in program.top()), 4),
        options=indented(joined(option_specs(program.options)), 4),
        of_commands=indented((what_follows(each, program) for each in program.top()), 8),
    )


def functions(program: Program) -> Iterator[str]:
    """A function for each list."""
    for name, label in KEPT.items():
        yield filled(BACKUPS if name == "backups" else KEPT_LIST, name=name, label=label, newest=NEWEST)
    for name, values in program.lists.items():
        yield list_function(name, values, program)
    for name, lists in program.by_argument.items():
        choices = (f"{word}) {action(then)} ;;" for word, then in lists.items())
        yield filled(BY_ARGUMENT, name=name, choices=indented(choices, 4))


def what_follows(command: Command, program: Program) -> str:
    """What follows a command; a group is followed by its commands, each with what follows it."""
    within = program.groups().get(command.name)
    if within is None:
        return command_specs(command)
    inner = (command_specs(each._replace(name=each.name.split()[1])) for each in within)
    return filled(
        OF_GROUP,
        name=command.name,
        options=indented(joined(option_specs(command.options)), 12),
        takes=action(command.arguments[0]),
        of_commands=indented((line.removeprefix(" " * 8) for each in inner for line in each.splitlines()), 12),
    )


def list_function(name: str, values: Values, program: Program) -> str:
    """A function that offers the values of a list; those with an equals sign are followed by others."""
    pairs = indented((value_of(value.removesuffix("="), label) for value, label in values.items()), 4)
    if name in program.joined:
        return filled(LIST, name=name, values=pairs, then="compset -P '*,'\n  ", more=" -qS ,")
    if not have_equals(values):
        return filled(LIST, name=name, values=pairs, then="", more="")
    after = program.after_equals[name]
    then = f"_message {name}" if after == "any" else f"_aliorder_{after}"
    return filled(LIST, name=name, values=pairs, then=filled(AFTER_EQUALS, then=then), more=" -S '='")


def value_of(value: str, label: str) -> str:
    """A value with its meaning, as `_describe` takes it."""
    return quoted(f"{value}:{label}" if label else value)


def quoted(text: str) -> str:
    """The text between single quotes."""
    return "'" + text.replace("'", "'\\''") + "'"


def option_specs(options: Iterable[Option]) -> Iterator[str]:
    """Each name of each option as `_arguments` takes it."""
    for each in options:
        for name in each.names:
            what = each.help.replace("[", "(").replace("]", ")").replace(":", "\\:")
            if each.takes is None:
                yield quoted(f"{name}[{what}]")
            else:
                equals = "=" if name.startswith("--") else ""
                yield quoted(f"*{name}{equals}[{what}]:{each.takes}:{action(each.takes)}")


def action(takes: str) -> str:
    """What completes a value."""
    return {"any": "()", "file": "_files", "dir": "_files -/"}.get(takes, f"_aliorder_{takes}")


def command_specs(command: Command) -> str:
    """The options and arguments of a command."""
    arguments = [quoted(f"{place}:{takes}:{action(takes)}") for place, takes in enumerate(command.arguments, 1)]
    if command.repeats:
        arguments[-1] = quoted(f"*:{command.arguments[-1]}:{action(command.arguments[-1])}")
    return filled(
        OF_COMMAND, name=command.name, specs=indented(joined([*option_specs(command.options), *arguments]), 12)
    )


def joined(specs: Iterable[str]) -> list[str]:
    """The specifications as lines of one command."""
    *others, last = specs
    return [*(f"{spec} \\" for spec in others), last]
