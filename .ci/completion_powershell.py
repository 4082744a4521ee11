"""The completion file of PowerShell: 5.1 and 7."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from completion_model import KEPT, MADE, NEWEST, Program, Values, filled, indented

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
    $repeated = @{
        @repeated@
    }
    $afterEquals = @{
        @after_equals@
    }
    $byArgument = @{
        @by_argument@
    }
    $groups = @(@groups@)
    $joined = @(@joined@)
    $kept = @(@kept@)

    # A word as the program would get it: without its quotes.
    $plain = {
        param($element)
        if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst] -or
            $element -is [System.Management.Automation.Language.ExpandableStringExpressionAst]) {
            $element.Value
        }
        else {
            $element.Extent.Text
        }
    }

    # A path that begins with ~ or with a variable as PowerShell would have it; nothing else in it is expanded.
    $expanded = {
        param($path)
        if ($path -match '^~($|[\\/])') { return $HOME + $path.Substring(1) }
        if ($path -notmatch '^\$\{?(env:)?(\w+)\}?($|[\\/].*$)') { return $path }
        $name = $Matches[2]
        $rest = $Matches[3]
        if ($Matches[1]) { return [Environment]::GetEnvironmentVariable($name) + $rest }
        "$(Get-Variable -Name $name -ValueOnly -ErrorAction Ignore)$rest"
    }

    # The lines that the program has on a list, from a process of its own: so no version of PowerShell changes the
    # words on their way there or the letters on their way back.
    $ask = {
        param($program, $list, $folder, $word)
        $found = Get-Command -Name $program -CommandType Application -ErrorAction Ignore | Select-Object -First 1
        if (-not $found -or $found.Path -match '\.(cmd|bat)$') { return }
        $start = New-Object System.Diagnostics.ProcessStartInfo
        $start.FileName = $found.Path
        $start.Arguments = @('__complete', $list, $folder, $word | ForEach-Object {
            '"' + ($_ -replace '(\\*)"', '$1$1\"' -replace '(\\+)$', '$1$1') + '"'
        }) -join ' '
        $start.WorkingDirectory = (Get-Location -PSProvider FileSystem).ProviderPath
        $start.UseShellExecute = $false
        $start.CreateNoWindow = $true
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        $start.StandardOutputEncoding = New-Object System.Text.UTF8Encoding $false
        $process = [System.Diagnostics.Process]::Start($start)
        $process.StandardInput.Close()
        $process.BeginErrorReadLine()
        $text = $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()
        if ($process.ExitCode -eq 0) { $text -split '\r?\n' | Where-Object { $_ } }
    }

    $elements = @($commandAst.CommandElements)
    $words = @($elements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { & $plain $_ })
    $command = ''
    $option = ''
    $before = ''
    $folder = ''
    $place = 0
    $ended = $false
    foreach ($word in $words) {
        if ($option) {
            if ("$command$option" -ceq '--home') { $folder = $word }
            $option = ''
        }
        elseif (-not $ended -and $word -eq '--') { $ended = $true }
        elseif (-not $ended -and $word.StartsWith('-') -and $word -ne '-') {
            if ($takes.ContainsKey("$command/$word")) { $option = $word }
            elseif (-not $command -and $word.StartsWith('--home=')) { $folder = $word.Substring(7) }
        }
        elseif (-not $command) { $command = $word }
        elseif ($groups -contains $command) { $command = "$command $word" }
        else {
            $before = $word
            $place++
        }
    }

    $lead = ''
    $current = "$wordToComplete" -replace '^["'']', '' -replace '["'']$', ''
    if (-not $ended -and -not $option -and $current -match '^(--[a-z-]+)=(.*)$') {
        $option = $Matches[1]
        $lead = $option + '='
        $current = $Matches[2]
    }
    if ($option) { $list = $takes["$command/$option"] }
    elseif (-not $ended -and $current.StartsWith('-')) { $list = 'options' }
    elseif (-not $command) { $list = 'commands' }
    elseif ($repeated.ContainsKey($command)) { $list = $repeated[$command] }
    else { $list = $arguments["$command/$place"] }
    if (-not $list) { $list = 'any' }
    if ($byArgument.ContainsKey($list)) {
        $list = $byArgument[$list][$before]
        if (-not $list) { $list = 'any' }
    }
    if ($afterEquals.ContainsKey($list) -and $current -match '^([a-z-]+=)(.*)$') {
        $list = $afterEquals[$list]
        $lead += $Matches[1]
        $current = $Matches[2]
    }
    elseif ($joined -contains $list -and $current -match '^(.*,)(.*)$') {
        $lead += $Matches[1]
        $current = $Matches[2]
    }
    # Where nothing is offered, PowerShell offers files.
    if ($list -eq 'file' -or $list -eq 'dir') { return }

    $results = @(
        if ($kept -contains $list) {
            try { $lines = @(& $ask (& $expanded (& $plain $elements[0])) $list (& $expanded $folder) $current) }
            catch { $lines = @() }
            if ($list -eq 'backups') { $lines = @('@newest@' | Where-Object { $_.StartsWith($current) }) + $lines }
            foreach ($line in $lines) {
                $value, $meaning = $line -split "`t", 2
                $shown = $value
                if ($meaning) { $shown = "$value  $meaning" } else { $meaning = $value }
                if ($value -notmatch '^[\w.-]+$') {
                    $value = "'" + ($value -replace '[''\u2018-\u201b]', '$0$0') + "'"
                }
                [System.Management.Automation.CompletionResult]::new($lead + $value, $shown, 'ParameterValue', $meaning)
            }
            if ($list -eq 'backups') { [System.Management.Automation.CompletionCompleters]::CompleteFilename($current) }
        }
        else {
            if ($list -eq 'options') { $choices = $options[$command] } else { $choices = $lists[$list] }
            foreach ($choice in $choices) {
                if ($choice[0].StartsWith($current, [StringComparison]::OrdinalIgnoreCase)) {
                    [System.Management.Automation.CompletionResult]::new(
                        $lead + $choice[0], $choice[0], 'ParameterValue', $choice[1])
                }
            }
        }
    )
    # An empty text keeps PowerShell from offering files where none belong.
    if ($results.Count) { $results } else { '' }
}
"""

TYPED = {"…": "...", "–": "-", "—": "-", "·": "-", "’": "'", "\N{NO-BREAK SPACE}": " "}
"""How a letter is written in a file that PowerShell 5.1 would read in the code page of the machine."""


def powershell(program: Program) -> str:
    """The file for PowerShell, in ASCII."""
    commands = {each.name: each.help for each in program.top()}
    options = {"": program.options, **{each.name: each.options for each in program.commands}}
    return filled(
        POWERSHELL,
        made=MADE,
        lists=indented(tables({"commands": commands, **program.lists}), 8),
        takes=indented(pairs({f"{command}/{name}": what for (command, name), what in program.takes().items()}), 8),
        options=indented(
            tables(
                {
                    name: {each: option.help for option in group for each in option.names}
                    for name, group in options.items()
                }
            ),
            8,
        ),
        arguments=indented(
            pairs({f"{name}/{place}": what for name, place, what in program.places() if place is not None}), 8
        ),
        repeated=indented(pairs({name: what for name, place, what in program.places() if place is None}), 8),
        after_equals=indented(pairs(program.after_equals), 8),
        by_argument=indented(
            (f"{quoted(name)} = @{{ {'; '.join(pairs(lists))} }}" for name, lists in program.by_argument.items()),
            8,
        ),
        groups=", ".join(map(quoted, program.groups())),
        joined=", ".join(map(quoted, program.joined)),
        kept=", ".join(map(quoted, KEPT)),
        newest=NEWEST,
    )


def tables(lists: Mapping[str, Values]) -> Iterator[str]:
    """An entry of a table for each list: pairs of a value and what it means."""
    for name, values in lists.items():
        yield f"{quoted(name)} = @("
        for value, label in values.items():
            yield f"    , @({quoted(value)}, {quoted(label or value)})"
        yield ")"


def pairs(values: Values) -> Iterator[str]:
    """An entry of a table for each value."""
    for name, value in values.items():
        yield f"{quoted(name)} = {quoted(value)}"


def quoted(text: str) -> str:
    """The text between single quotes."""
    for letter, typed in TYPED.items():
        text = text.replace(letter, typed)
    return "'" + text.replace("'", "''") + "'"
