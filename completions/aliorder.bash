# Completion of aliorder in bash. Made by .ci/make_completions.py; changes belong there.
# It runs at every press of the tab key, so it starts no process but the one that knows the orders, and it works under
# any IFS, with nullglob, failglob and nounset. What that process prints is only ever compared and inserted.
# shellcheck shell=bash disable=SC2034,SC2088,SC2154,SC2206

# These say in `found` what they know: the values of a fixed list,
_aliorder_list() {
    case $1 in
        commands) found='advise explain plan reasons add edit record remove list show history message evidence note due refunds refund payments import export undo backup restore config policy paths wipe completion schema help' ;;
        event) found='placed= paid= payment-verified= expired= message-sent= seller-answered= cancel-requested= cancel-refused= cancel-accepted= cancelled-by-buyer= cancelled-by-seller= cancelled-by-platform= part-shipped= shipped= delivery-failed= reshipped= extension-asked= delivery-refused= delivered= receipt-confirmed= dispute-opened= dispute-refused= dispute-agreed= dispute-won= dispute-lost= dispute-cancelled= appealed= return-agreed= return-sent= return-received= refund-started= bank-form-filled= payout-asked= refund-completed= refund-received= refund-chased= claimed-outside= frozen= unfrozen=' ;;
        deadline) found='pay-by= ship-by= deliver-by= protection-until= dispute-until= return-by=' ;;
        kind) found='placed paid payment-verified expired message-sent seller-answered cancel-requested cancel-refused cancel-accepted cancelled-by-buyer cancelled-by-seller cancelled-by-platform part-shipped shipped delivery-failed reshipped extension-asked delivery-refused delivered receipt-confirmed dispute-opened dispute-refused dispute-agreed dispute-won dispute-lost dispute-cancelled appealed return-agreed return-sent return-received refund-started bank-form-filled payout-asked refund-completed refund-received refund-chased claimed-outside frozen unfrozen' ;;
        field) found='title alias store item total payment country coupon free-return cancel-button keep site-status tracking parcel why note pay-by ship-by deliver-by protection-until dispute-until return-by' ;;
        why) found='not-needed wrong-item duplicate change-details change-address change-coupon change-shipping cheaper-elsewhere payment-problem other slow-seller out-of-stock price-raised cannot-ship seller-silent seller-asks not-received tracking-invalid defective not-as-described wrong-goods' ;;
        payment) found='card visa mastercard maestro amex debit-card mir apple-pay google-pay paypal klarna afterpay ideal bancontact sofort giropay przelewy24 blik trustly boleto pix oxxo mercado-pago webmoney qiwi yoomoney western-union bank-transfer alipay balance gift-card cash-on-delivery kakaopay naverpay gcash other' ;;
        figure) found='pay-by verification verification-bank-transfer verification-boleto ship-by cancel-answer cancel-answer-latest cancel-decision message-answer message-reminders protection extend-protection reship dispute-opens fast-delivery dispute-until seller-answer-by platform-steps-in claim-check-earliest claim-check-latest appeal-until appeal-answer settlement free-return-until return-by outside-paypal outside-card outside-escalate card visa mastercard maestro amex debit-card mir apple-pay google-pay paypal klarna afterpay ideal bancontact sofort giropay przelewy24 blik trustly boleto pix oxxo mercado-pago webmoney qiwi yoomoney western-union bank-transfer alipay balance gift-card cash-on-delivery kakaopay naverpay gcash other' ;;
        finding) found='stale overridden quarrelling weak' ;;
        source) found='S0 S1 S2 S3 S4 judgement api-status api-end-reasons api-pay-timeout aliexpress-mcp order-exporter help-2022 faq-2018 help-2013 dispute-windows-old bank-transfer-page boleto-faq free-return-page buyer-protection-page cnjdpart select-coupons activities-2012 rules-2020 rules-chargeback intl-alipay alipay-docs paypal-faq paypal-refund-faq paypal-funding card-rules ebanx-card ebanx-boleto klarna clearpay revolut-ideal mollie bancontact-shop stripe-sofort giropay-end psp-docs ppro-oxxo mercado-libre gcash-help naverpay-2024 qiwi-oplata qiwi-end alibaba-transfer ryviu que-dalle readmag sonyps4 detkamir glarity kyliecosmetics todasasrespostas chinaparcels alibilling alixblog-refund arn accio ali-shop aliexpressers alibestfinds alideliv aliexpresshlp aliexpressreview alifaq alihelper alimaniac aliwka alixblog-es alixblog-pt alixcadet all55 allexprs bio-guard boxing-niimi ceskyali chadbrain checkdatetime chinaparcel chinaparcel-payment chinaparcel-refund chinaparcel-wallets coleco everydaypaws evz fflr foit freegameguide freightcourse gamevid gizmodo-uol goonggme guide-aliexpress guide-aliexpress-48h guides-2016 hb2b-appeal hitno holidays-library howandroidhelp izvestia mirrorinfo miorti mobilkoy mysku nextp oferal onecommerce orientdeck parcel-intelligence secretali sovetclub ssopdot-19333 ssopdot-34226 ssopdot-35242 state-council thehuts viws womanishclub xiaoniucw' ;;
        coupon) found='none platform store code select' ;;
        parcel) found='unknown moving stuck invalid elsewhere' ;;
        stage) found='unpaid payment-verification awaiting-shipment cancel-requested part-shipped shipped delivered completed in-dispute returning refunding refunded frozen closed' ;;
        action) found='pay let-expire instant-cancel request-approval negotiate refuse-delivery free-return open-dispute escalate send-return appeal extend-protection wait wait-for-refund chase-refund claim-outside nothing' ;;
        country) found='AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW' ;;
        color) found='auto always never' ;;
        when) found='today yesterday now unknown' ;;
        day) found='today yesterday now' ;;
        import-format) found='site-json site-har site-captures order-exporter shopper-csv shopper-json nrbrook-orders nrbrook-lines andrew-melnyk chriskomus stoneddiscord privacy-export eml mbox saved-page paypal aliorder-json aliorder-csv table' ;;
        export-format) found='json csv ics' ;;
        date-order) found='dmy mdy ymd' ;;
        decimal) found='comma point' ;;
        currency) found='AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG' ;;
        column) found='order= order-title= status= store= total= currency= payment= country= tracking= note= line= title= quantity= price= placed= paid= payment-verified= expired= message-sent= seller-answered= cancel-requested= cancel-refused= cancel-accepted= cancelled-by-buyer= cancelled-by-seller= cancelled-by-platform= part-shipped= shipped= delivery-failed= reshipped= extension-asked= delivery-refused= delivered= receipt-confirmed= dispute-opened= dispute-refused= dispute-agreed= dispute-won= dispute-lost= dispute-cancelled= appealed= return-agreed= return-sent= return-received= refund-started= bank-form-filled= payout-asked= refund-completed= refund-received= refund-chased= claimed-outside= frozen= unfrozen= pay-by= ship-by= deliver-by= protection-until= dispute-until= return-by=' ;;
        list-columns) found='order alias title store total stage action placed next_deadline next_deadline.at next_deadline.id next_deadline.label next_deadline.shown next_deadline.days_left' ;;
        due-columns) found='order title id label at shown days_left level action' ;;
        refunds-columns) found='order title stage action overdue days_left refund.method refund.amount refund.basis refund.counted_from refund.counted_until refund.earliest refund.typical_from refund.typical_until refund.latest refund.chase_from refund.calendar refund.fallback refund.amounts.granted refund.amounts.started refund.amounts.received refund.amounts.rest' ;;
        about) found='ask-to-cancel accept-cancellation change-order when-shipped answer-refusal proof-of-posting where-is-it extend-protection refuse-delivery report-problem partial-refund take-back remind no-outside-deal dispute appeal support ask-arn trace-refund outside-claim own-customer' ;;
        message-language) found='de en es fr pt ru zh' ;;
        evidence-kind) found='photo video packing listing order-page tracking carrier chat payment address posting refund-page statement other' ;;
        case) found='not-received tracking-invalid defective not-as-described wrong-goods cancellation return refund' ;;
        setting) found='country time_zone payment color language message_language' ;;
        language) found='en' ;;
        shell) found='bash zsh fish powershell' ;;
        schema) found='advice-list advice backups config due evidence explain export history import list message messages order paths payments plan policy-check policy reasons refund refunds sources verdict' ;;
        evidence-command) found='add list edit open remove export verify' ;;
        config-command) found='show set unset path' ;;
        policy-command) found='show check sources' ;;
        topic) found='dates events messages policy scripting values advise explain plan reasons add edit record remove list show history message evidence note due refunds refund payments import export undo backup restore config paths wipe completion schema help' ;;
        *) found='' ;;
    esac
}

# what an option of a command takes, a list, file, dir or any, nothing for a flag,
_aliorder_takes() {
    case $1/$2 in
        '/--now' | 'refund/--from' | 'import/--seen') found='day' ;;
        '/--home') found='dir' ;;
        '/--color') found='color' ;;
        'advise/--event' | 'explain/--event' | 'plan/--event' | 'add/--event' | 'edit/--event') found='event' ;;
        'advise/--deadline' | 'explain/--deadline' | 'plan/--deadline' | 'add/--deadline' | 'edit/--deadline') found='deadline' ;;
        'advise/--why' | 'explain/--why' | 'plan/--why' | 'reasons/--why' | 'add/--why' | 'edit/--why') found='why' ;;
        'advise/--payment' | 'explain/--payment' | 'plan/--payment' | 'add/--payment' | 'edit/--payment' | 'refund/--method') found='payment' ;;
        'advise/--site-status' | 'advise/--total' | 'advise/--title' | 'advise/--store' | 'advise/--alias' | 'advise/--item' | 'advise/--tracking' | 'advise/--note' | 'explain/--site-status' | 'explain/--total' | 'explain/--title' | 'explain/--store' | 'explain/--alias' | 'explain/--item' | 'explain/--tracking' | 'explain/--note' | 'plan/--site-status' | 'plan/--total' | 'plan/--title' | 'plan/--store' | 'plan/--alias' | 'plan/--item' | 'plan/--tracking' | 'plan/--note' | 'add/--site-status' | 'add/--total' | 'add/--title' | 'add/--store' | 'add/--alias' | 'add/--item' | 'add/--tracking' | 'add/--note' | 'edit/--site-status' | 'edit/--total' | 'edit/--title' | 'edit/--store' | 'edit/--alias' | 'edit/--item' | 'edit/--tracking' | 'edit/--note' | 'record/--amount' | 'record/--text' | 'list/--due-within' | 'message/--details' | 'message/--amount' | 'message/--arn' | 'evidence add/--shows' | 'evidence edit/--shows' | 'evidence export/--details' | 'evidence export/--ask' | 'evidence export/--amount' | 'evidence export/--name' | 'due/--within' | 'import/--encoding' | 'export/--due-within') found='any' ;;
        'advise/--parcel' | 'explain/--parcel' | 'plan/--parcel' | 'add/--parcel' | 'edit/--parcel') found='parcel' ;;
        'advise/--coupon' | 'explain/--coupon' | 'plan/--coupon' | 'add/--coupon' | 'edit/--coupon') found='coupon' ;;
        'advise/--country' | 'explain/--country' | 'plan/--country' | 'add/--country' | 'edit/--country' | 'refund/--country') found='country' ;;
        'reasons/--stage' | 'list/--stage' | 'export/--stage') found='stage' ;;
        'edit/--drop-event') found='kind' ;;
        'edit/--clear') found='field' ;;
        'record/--on' | 'evidence add/--on' | 'evidence edit/--on') found='when' ;;
        'list/--action' | 'export/--action') found='action' ;;
        'list/--columns') found='list-columns' ;;
        'message/--about') found='about' ;;
        'message/--lang' | 'message/--beside') found='message-language' ;;
        'evidence add/--kind' | 'evidence edit/--kind') found='evidence-kind' ;;
        'evidence add/--for' | 'evidence list/--for' | 'evidence edit/--for' | 'evidence export/--for') found='case' ;;
        'due/--ics') found='file' ;;
        'due/--columns') found='due-columns' ;;
        'refunds/--columns') found='refunds-columns' ;;
        'import/--format') found='import-format' ;;
        'import/--date-order') found='date-order' ;;
        'import/--decimal') found='decimal' ;;
        'import/--currency') found='currency' ;;
        'import/--order') found='orders' ;;
        'import/--column') found='column' ;;
        'import/--map') found='maps' ;;
        'export/--format') found='export-format' ;;
        'policy check/--only') found='finding' ;;
        *) found='' ;;
    esac
}

# the options of a command,
_aliorder_options() {
    case $1 in
        '') found='--now --home --no-input --no-policy-file --no-pager --color -q --quiet -v --verbose --version -h --help' ;;
        'advise') found='--all --json --event --deadline --why --payment --site-status --cancel-button --no-cancel-button --free-return --no-free-return --keep --no-keep --parcel --coupon --total --title --store --alias --item --country --tracking --note -h --help' ;;
        'explain') found='--json --event --deadline --why --payment --site-status --cancel-button --no-cancel-button --free-return --no-free-return --keep --no-keep --parcel --coupon --total --title --store --alias --item --country --tracking --note -h --help' ;;
        'plan') found='--json --event --deadline --why --payment --site-status --cancel-button --no-cancel-button --free-return --no-free-return --keep --no-keep --parcel --coupon --total --title --store --alias --item --country --tracking --note -h --help' ;;
        'reasons') found='--stage --why --json -h --help' ;;
        'add') found='--event --deadline --why --payment --site-status --cancel-button --no-cancel-button --free-return --no-free-return --keep --no-keep --parcel --coupon --total --title --store --alias --item --country --tracking --note -h --help' ;;
        'edit') found='--drop-event --clear --event --deadline --why --payment --site-status --cancel-button --no-cancel-button --free-return --no-free-return --keep --no-keep --parcel --coupon --total --title --store --alias --item --country --tracking --note -h --help' ;;
        'record') found='--on --amount --text -h --help' ;;
        'remove') found='-y --yes -h --help' ;;
        'list') found='--stage --action --open --due-within --columns --json -h --help' ;;
        'show') found='--json -h --help' ;;
        'history') found='--json -h --help' ;;
        'message') found='--about --lang --beside --details --amount --arn --copy --sent --list --json -h --help' ;;
        'evidence') found='-h --help' ;;
        'evidence add') found='--kind --shows --on --for -h --help' ;;
        'evidence list') found='--for --json -h --help' ;;
        'evidence edit') found='--kind --shows --on --for -h --help' ;;
        'evidence open') found='--path -h --help' ;;
        'evidence remove') found='-h --help' ;;
        'evidence export') found='--details --ask --amount --name --for --leave-out --force -h --help' ;;
        'evidence verify') found='--json -h --help' ;;
        'note') found='-h --help' ;;
        'due') found='--within --ics --exit-code --columns --json -h --help' ;;
        'refunds') found='--overdue --exit-code --columns --json -h --help' ;;
        'refund') found='--method --from --country --json -h --help' ;;
        'payments') found='--json -h --help' ;;
        'import') found='--dry-run --format --formats --seen --date-order --decimal --currency --encoding --trust-numbers --order --column --map --keep-raw --reparse --json -h --help' ;;
        'export') found='--format --stage --action --open --due-within --plain -h --help' ;;
        'undo') found='-h --help' ;;
        'backup') found='--list --json -h --help' ;;
        'restore') found='-y --yes --dry-run -h --help' ;;
        'config') found='-h --help' ;;
        'config show') found='--json -h --help' ;;
        'config set') found='-h --help' ;;
        'config unset') found='-h --help' ;;
        'config path') found='-h --help' ;;
        'policy') found='-h --help' ;;
        'policy show') found='--json -h --help' ;;
        'policy check') found='--only --exit-code --json -h --help' ;;
        'policy sources') found='--json -h --help' ;;
        'paths') found='--json -h --help' ;;
        'wipe') found='-y --yes --dry-run --settings -h --help' ;;
        'completion') found='--install --uninstall -y --yes --dry-run -h --help' ;;
        'schema') found='-h --help' ;;
        'help') found='-h --help' ;;
        *) found='' ;;
    esac
}

# what its arguments take,
_aliorder_argument() {
    case $1/$2 in
        'advise'/0) found='open-orders' ;;
        'explain'/0) found='orders' ;;
        'plan'/0) found='open-orders' ;;
        'edit'/0) found='orders' ;;
        'record'/0) found='open-orders' ;;
        'record'/1) found='kind' ;;
        'remove'/0) found='orders' ;;
        'show'/0) found='orders' ;;
        'history'/0) found='orders' ;;
        'message'/0) found='orders' ;;
        'evidence'/0) found='evidence-command' ;;
        'evidence add'/*) found='orders' ;;
        'evidence add'/*) found='file' ;;
        'evidence list'/0) found='orders' ;;
        'evidence edit'/0) found='orders' ;;
        'evidence open'/0) found='orders' ;;
        'evidence remove'/*) found='orders' ;;
        'evidence export'/0) found='orders' ;;
        'evidence export'/1) found='file' ;;
        'evidence verify'/0) found='file' ;;
        'note'/*) found='orders' ;;
        'refund'/0) found='orders' ;;
        'import'/*) found='file' ;;
        'export'/0) found='file' ;;
        'backup'/0) found='file' ;;
        'restore'/0) found='backups' ;;
        'config'/0) found='config-command' ;;
        'config show'/0) found='setting' ;;
        'config set'/0) found='setting' ;;
        'config set'/1) found='setting-value' ;;
        'config unset'/0) found='setting' ;;
        'policy'/0) found='policy-command' ;;
        'policy show'/0) found='figure' ;;
        'policy sources'/0) found='source' ;;
        'completion'/0) found='shell' ;;
        'schema'/0) found='schema' ;;
        'help'/0) found='topic' ;;
        'help'/1) found='command-within' ;;
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
                'evidence' | 'config' | 'policy') command+=" $word" ;;
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
    case $takes/$before in
        setting-value/country) takes=country ;;
        setting-value/payment) takes=payment ;;
        setting-value/color) takes=color ;;
        setting-value/message_language) takes=message-language ;;
        setting-value/language) takes=language ;;
        setting-value/*) takes=any ;;
        command-within/evidence) takes=evidence-command ;;
        command-within/config) takes=config-command ;;
        command-within/policy) takes=policy-command ;;
        command-within/*) takes=any ;;
    esac
    case $takes/$cur in
        event/*=*) takes=when start+=${cur%%=*}= cur=${cur#*=} ;;
        deadline/*=*) takes=any start+=${cur%%=*}= cur=${cur#*=} ;;
        column/*=*) takes=any start+=${cur%%=*}= cur=${cur#*=} ;;
        list-columns/*,*) start+=${cur%,*}, cur=${cur##*,} ;;
        due-columns/*,*) start+=${cur%,*}, cur=${cur##*,} ;;
        refunds-columns/*,*) start+=${cur%,*}, cur=${cur##*,} ;;
    esac
    case $takes in
        any) ;;
        file | dir) _aliorder_files "$takes" ;;
        backups)
            if [[ $cur != *[/~]* ]]; then
                _aliorder_fixed latest
                _aliorder_kept backups
            fi
            _aliorder_files file
            ;;
        orders | open-orders | maps) _aliorder_kept "$takes" ;;
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
        */*= | list-columns/* | due-columns/* | refunds-columns/*) ((${#COMPREPLY[@]} == 1)) && compopt -o nospace 2>/dev/null ;;
    esac
    return 0
}

complete -F _aliorder aliorder
