"""The completion file of bash: 4.2 and newer, and 3.2 where it can."""

from __future__ import annotations

from completion_model import KEPT, MADE, NEWEST, Option, Program, filled, indented

BASH = r"""# Completion of aliorder in bash. @made@
# It runs at every press of the tab key, so it starts no process but the one that knows the orders, and it works under
# any IFS, with nullglob, failglob and nounset. What that process prints is only ever compared and inserted.
# shellcheck shell=bash disable=SC2034,SC2088,SC2154,SC2206

# These say in `found` what they know: the values of a fixed list,
_aliorder_list() {
    case $1 in
        @lists@
        *) found='' ;;
    esac
}

# what an option of a command takes, a list, file, dir or any, nothing for a flag,
_aliorder_takes() {
    case $1/$2 in
        @takes@
        *) found='' ;;
    esac
}

# the options of a command,
_aliorder_options() {
    case $1 in
        @options@
        *) found='' ;;
    esac
}

# what its arguments take,
_aliorder_argument() {
    case $1/$2 in
        @arguments@
        *) found='any' ;;
    esac
}

# and a path that begins with ~ or with a variable as the shell would have it; nothing else in it is expanded.
_aliorder_path() {
    local name pattern='^\$\{?([A-Za-z_][A-Za-z0-9_]*)\}?(/.*)?$'
    found=$1
    if [[ $1 == '~' || $1 == '~/'* ]]; then
        found=${HOME-}${1#\~}
    elif [[ $1 =~ $pattern ]]; then
        name=${BASH_REMATCH[1]}
        found=${!name-}${BASH_REMATCH[2]}
    fi
}

# The words up to the cursor as the program would get them, the last being the one to complete, and the quote that it
# stands in. COMP_WORDS breaks them at = and :, which belong to a word here.
_aliorder_words() {
    local rest=${COMP_LINE:0:COMP_POINT} plain word='' begun=''
    words=() quote=''
    while [[ -n $rest ]]; do
        plain=${rest%%[$' \t\n\\\'"']*}
        word+=$plain begun+=$plain rest=${rest:${#plain}}
        case $rest in
            [$' \t\n']*)
                [[ -n $begun ]] && words+=("$word")
                word='' begun='' rest=${rest:1}
                ;;
            \\*) word+=${rest:1:1} begun=yes rest=${rest:2} ;;
            \'* | \"*) begun=yes; _aliorder_quoted ;;
        esac
    done
    words+=("$word")
}

# Takes the quoted part that `rest` begins with over into `word`.
_aliorder_quoted() {
    quote=${rest:0:1} rest=${rest:1}
    while [[ -n $rest ]]; do
        plain=${rest%%["$quote\\"]*}
        word+=$plain rest=${rest:${#plain}}
        case $rest in
            "$quote"*) quote='' rest=${rest:1}; return ;;
            \\[\"\\\$\`]*)
                if [[ $quote == \" ]]; then word+=${rest:1:1} rest=${rest:2}; else word+=\\ rest=${rest:1}; fi
                ;;
            \\*) word+=\\ rest=${rest:1} ;;
        esac
    done
}

# Offers what the program keeps and what fits the word. What was found by something else than its beginning takes the
# place of the word if it is the only one; several are listed, never inserted.
_aliorder_kept() {
    local program answer value i
    local -a lines values fitting=()
    _aliorder_path "${words[0]}"
    program=$found
    [[ $program == */* ]] || type -P "$program" >/dev/null 2>&1 || program=aliorder
    _aliorder_path "$home"
    answer=$(exec "$program" __complete "$1" "$found" "$cur" 2>/dev/null </dev/null) || return 0
    [[ -n $answer ]] || return 0
    local IFS=$'\n'
    case $- in
        *f*) lines=($answer) ;;
        *) set -f; lines=($answer); set +f ;;
    esac
    values=("${lines[@]%%$'\t'*}")
    for i in "${!values[@]}"; do
        [[ ${values[i]} == "$cur"* ]] && fitting+=("$i")
    done
    compopt -o nosort 2>/dev/null
    if ((${#fitting[@]} == 0)); then
        [[ $start == "$begin"* ]] || return 0
        fitting=("${!values[@]}")
        if ((${#fitting[@]} > 1)); then
            [[ ${COMP_TYPE-} == 63 ]] && _aliorder_list_kept
            return 0
        fi
    fi
    if ((${#fitting[@]} > 1)) && _aliorder_only_listed; then
        _aliorder_list_kept
        return 0
    fi
    for i in "${fitting[@]}"; do
        value=${values[i]}
        if [[ $value == *[![:alnum:]._-]* ]]; then
            [[ -z $quote ]] || continue
            printf -v value %q "$value"
        fi
        value=$start$value
        COMPREPLY+=("${value#"$begin"}")
    done
}

# Whether bash lists now and inserts nothing: 63 only lists; 33 and 64 first insert what all have in common.
_aliorder_only_listed() {
    local i next=${values[${fitting[0]}]:${#cur}:1}
    case ${COMP_TYPE-} in
        63) return 0 ;;
        33 | 64)
            for i in "${fitting[@]}"; do
                [[ ${values[i]:${#cur}:1} == "$next" ]] || return 0
            done
            ;;
    esac
    return 1
}

# Lists what fits with what it is, each on a line of the screen.
_aliorder_list_kept() {
    local i line
    for i in "${fitting[@]}"; do
        line=${lines[i]%$'\t'}
        line=${line/$'\t'/  }
        COMPREPLY+=("${line:0:${COLUMNS:-80}-1}")
    done
}

# Offers the values that begin as the word does.
_aliorder_fixed() {
    local value
    for value in $1; do
        [[ $value == "$cur"* ]] && _aliorder_offer "$value"
    done
    return 0
}

# Offers a value; bash puts it behind the last break in the word, so what stands before that is left out.
_aliorder_offer() {
    value=$start$1
    COMPREPLY+=("${value#"$begin"}")
}

# Offers files or folders: bash does that best by itself, unless other values stand beside them.
_aliorder_files() {
    local value kind=f how=default
    [[ $1 == dir ]] && kind=d how=dirnames
    if ((${#COMPREPLY[@]} == 0)) && [[ -z $start || $begin == "$start" ]]; then
        compopt -o "$how" 2>/dev/null && return 0
    fi
    compopt -o filenames 2>/dev/null
    while IFS= read -r value; do
        _aliorder_offer "$value"
    done < <(compgen -"$kind" -- "$cur" 2>/dev/null)
}

_aliorder() {
    local IFS=$' \t\n'
    local cur found quote home='' option='' command='' before='' ended='' start='' begin='' breaks='' takes word
    local place=0 last i
    local -a words
    COMPREPLY=()
    if [[ ${COMP_WORDS[COMP_CWORD - 1]-} == [\<\>]* ]]; then
        compopt -o default 2>/dev/null
        return 0
    fi
    _aliorder_words
    last=$((${#words[@]} - 1))
    for ((i = 1; i < last; i++)); do
        word=${words[i]}
        if [[ -n $option ]]; then
            [[ $command$option == --home ]] && home=$word
            option=''
        elif [[ -z $ended && $word == -?* ]]; then
            [[ $word == -- ]] && ended=yes
            [[ -z $command && $word == --home=* ]] && home=${word#*=}
            _aliorder_takes "$command" "$word"
            [[ -n $found ]] && option=$word
        elif [[ -z $command ]]; then
            command=$word
        else
            case $command in
                @groups@) command+=" $word" ;;
                *) before=$word place=$((place + 1)) ;;
            esac
        fi
    done
    cur=${words[last]}
    if [[ -z $quote ]]; then
        [[ ${COMP_WORDBREAKS-} == *=* ]] && breaks+='='
        [[ ${COMP_WORDBREAKS-} == *:* ]] && breaks+=':'
        [[ -n $breaks && $cur == *["$breaks"]* ]] && begin=${cur%"${cur##*["$breaks"]}"}
    fi
    if [[ -n $option ]]; then
        _aliorder_takes "$command" "$option"
        takes=$found
    elif [[ -z $ended && $cur == --*=* ]]; then
        _aliorder_takes "$command" "${cur%%=*}"
        takes=${found:-any} start=${cur%%=*}= cur=${cur#*=}
    elif [[ -z $ended && $cur == -* ]]; then
        takes=options
    elif [[ -z $command ]]; then
        takes=commands
    else
        _aliorder_argument "$command" "$place"
        takes=$found
    fi
    @by_argument@case $takes/$cur in
        @parts@
    esac
    case $takes in
        any) ;;
        file | dir) _aliorder_files "$takes" ;;
        backups)
            if [[ $cur != *[/~]* ]]; then
                _aliorder_fixed @newest@
                _aliorder_kept backups
            fi
            _aliorder_files file
            ;;
        @kept@) _aliorder_kept "$takes" ;;
        options)
            _aliorder_options "$command"
            _aliorder_fixed "$found"
            ;;
        *)
            _aliorder_list "$takes"
            _aliorder_fixed "$found"
            ;;
    esac
    case $takes/${COMPREPLY[0]-} in
        */*= | @joined@) ((${#COMPREPLY[@]} == 1)) && compopt -o nospace 2>/dev/null ;;
    esac
    return 0
}

complete -F _aliorder aliorder
"""

BY_ARGUMENT = """case $takes/$before in
        @choices@
    esac
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
        lists=indented((f"{name}) found='{' '.join(values)}' ;;" for name, values in lists.items()), 8),
        takes=indented((f"{' | '.join(names)}) found='{what}' ;;" for what, names in takes.items()), 8),
        options=indented(
            (
                f"'') found='{names_of(program.options)}' ;;",
                *(f"'{each.name}') found='{names_of(each.options)}' ;;" for each in program.commands),
            ),
            8,
        ),
        arguments=indented(
            (
                f"'{name}'/{'*' if place is None else place}) found='{what}' ;;"
                for name, place, what in program.places()
            ),
            8,
        ),
        groups=" | ".join(f"'{name}'" for name in program.groups()),
        by_argument=by_argument(program),
        parts=indented(parts(program), 8),
        newest=NEWEST,
        kept=" | ".join(name for name in KEPT if name != "backups"),
        joined=" | ".join(f"{name}/*" for name in program.joined) or "''",
    )


def names_of(options: tuple[Option, ...]) -> str:
    """Every name of every option."""
    return " ".join(name for each in options for name in each.names)


def by_argument(program: Program) -> str:
    """The lists that depend on the argument before."""
    choices = [
        line
        for name, lists in program.by_argument.items()
        for line in (*(f"{name}/{word}) takes={then} ;;" for word, then in lists.items()), f"{name}/*) takes=any ;;")
    ]
    return filled(BY_ARGUMENT, choices=indented(choices, 8)) if choices else ""


def parts(program: Program) -> list[str]:
    """What is completed behind the equals sign, or the last comma, of a word."""
    return [
        *(
            f"{before}/*=*) takes={after} start+=${{cur%%=*}}= cur=${{cur#*=}} ;;"
            for before, after in program.after_equals.items()
        ),
        *(f"{name}/*,*) start+=${{cur%,*}}, cur=${{cur##*,}} ;;" for name in program.joined),
    ]
