# Completion of aliorder in bash. Made by .ci/make_completions.py; changes belong there.

_aliorder_list() {
    case $1 in
        commands) echo 'advise add edit remove record list show history explain plan reasons payments refund refunds due policy import export undo backup restore wipe paths schema' ;;
        event) echo 'placed= paid= payment-verified= expired= message-sent= cancel-requested= cancel-refused= cancel-accepted= cancelled-by-buyer= cancelled-by-seller= cancelled-by-platform= part-shipped= shipped= delivery-failed= reshipped= extension-asked= delivery-refused= delivered= receipt-confirmed= dispute-opened= dispute-refused= dispute-agreed= dispute-won= dispute-lost= dispute-cancelled= appealed= return-agreed= return-sent= return-received= refund-started= bank-form-filled= payout-asked= refund-completed= refund-received= refund-chased= claimed-outside= frozen= unfrozen=' ;;
        deadline) echo 'pay-by= ship-by= deliver-by= protection-until= dispute-until= return-by=' ;;
        kind) echo 'placed paid payment-verified expired message-sent cancel-requested cancel-refused cancel-accepted cancelled-by-buyer cancelled-by-seller cancelled-by-platform part-shipped shipped delivery-failed reshipped extension-asked delivery-refused delivered receipt-confirmed dispute-opened dispute-refused dispute-agreed dispute-won dispute-lost dispute-cancelled appealed return-agreed return-sent return-received refund-started bank-form-filled payout-asked refund-completed refund-received refund-chased claimed-outside frozen unfrozen' ;;
        field) echo 'title alias store item total payment country coupon free-return cancel-button keep site-status tracking parcel why note pay-by ship-by deliver-by protection-until dispute-until return-by' ;;
        why) echo 'not-needed wrong-item duplicate change-details change-address change-coupon change-shipping cheaper-elsewhere payment-problem other slow-seller out-of-stock price-raised cannot-ship seller-silent seller-asks not-received tracking-invalid defective not-as-described wrong-goods' ;;
        payment) echo 'card visa mastercard maestro amex debit-card mir apple-pay google-pay paypal klarna afterpay ideal bancontact sofort giropay przelewy24 blik trustly boleto pix oxxo mercado-pago webmoney qiwi yoomoney western-union bank-transfer alipay balance gift-card cash-on-delivery kakaopay naverpay gcash other' ;;
        figure) echo 'pay-by verification verification-bank-transfer verification-boleto ship-by cancel-answer cancel-answer-latest cancel-decision protection extend-protection reship dispute-opens fast-delivery dispute-until seller-answer-by platform-steps-in claim-check-earliest claim-check-latest appeal-until appeal-answer settlement free-return-until return-by outside-paypal outside-card outside-escalate card visa mastercard maestro amex debit-card mir apple-pay google-pay paypal klarna afterpay ideal bancontact sofort giropay przelewy24 blik trustly boleto pix oxxo mercado-pago webmoney qiwi yoomoney western-union bank-transfer alipay balance gift-card cash-on-delivery kakaopay naverpay gcash other' ;;
        finding) echo 'stale overridden quarrelling weak' ;;
        source) echo 'S0 S1 S2 S3 S4 judgement api-status api-end-reasons api-pay-timeout aliexpress-mcp order-exporter help-2022 faq-2018 help-2013 dispute-windows-old bank-transfer-page boleto-faq free-return-page buyer-protection-page cnjdpart select-coupons activities-2012 rules-2020 rules-chargeback intl-alipay alipay-docs paypal-faq paypal-refund-faq paypal-funding card-rules ebanx-card ebanx-boleto klarna clearpay revolut-ideal mollie bancontact-shop stripe-sofort giropay-end psp-docs ppro-oxxo mercado-libre gcash-help naverpay-2024 qiwi-oplata qiwi-end alibaba-transfer ryviu que-dalle readmag sonyps4 detkamir glarity kyliecosmetics todasasrespostas chinaparcels alibilling alixblog-refund arn accio ali-shop aliexpressers alibestfinds alideliv aliexpresshlp aliexpressreview alifaq alihelper alimaniac aliwka alixblog-es alixblog-pt alixcadet all55 allexprs bio-guard boxing-niimi ceskyali chadbrain checkdatetime chinaparcel chinaparcel-payment chinaparcel-refund chinaparcel-wallets coleco everydaypaws evz fflr foit freegameguide freightcourse gamevid gizmodo-uol goonggme guide-aliexpress guide-aliexpress-48h guides-2016 hb2b-appeal hitno howandroidhelp izvestia mirrorinfo miorti mobilkoy mysku nextp oferal onecommerce orientdeck parcel-intelligence secretali sovetclub ssopdot-19333 ssopdot-34226 ssopdot-35242 state-council viws womanishclub' ;;
        coupon) echo 'none platform store code select' ;;
        parcel) echo 'unknown moving stuck invalid elsewhere' ;;
        stage) echo 'unpaid payment-verification awaiting-shipment cancel-requested part-shipped shipped delivered completed in-dispute returning refunding refunded frozen closed' ;;
        action) echo 'pay let-expire instant-cancel request-approval negotiate refuse-delivery free-return open-dispute escalate send-return appeal extend-protection wait wait-for-refund chase-refund claim-outside nothing' ;;
        country) echo 'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW' ;;
        color) echo 'auto always never' ;;
        when) echo 'today yesterday now unknown' ;;
        day) echo 'today yesterday now' ;;
        import-format) echo 'site-json site-har site-captures order-exporter shopper-csv shopper-json nrbrook-orders nrbrook-lines andrew-melnyk chriskomus stoneddiscord privacy-export eml mbox saved-page paypal aliorder-json aliorder-csv table' ;;
        export-format) echo 'json csv ics' ;;
        date-order) echo 'dmy mdy ymd' ;;
        decimal) echo 'comma point' ;;
        currency) echo 'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG' ;;
        column) echo 'order= order-title= status= store= total= currency= payment= country= tracking= note= line= title= quantity= price= placed= paid= payment-verified= expired= message-sent= cancel-requested= cancel-refused= cancel-accepted= cancelled-by-buyer= cancelled-by-seller= cancelled-by-platform= part-shipped= shipped= delivery-failed= reshipped= extension-asked= delivery-refused= delivered= receipt-confirmed= dispute-opened= dispute-refused= dispute-agreed= dispute-won= dispute-lost= dispute-cancelled= appealed= return-agreed= return-sent= return-received= refund-started= bank-form-filled= payout-asked= refund-completed= refund-received= refund-chased= claimed-outside= frozen= unfrozen= pay-by= ship-by= deliver-by= protection-until= dispute-until= return-by=' ;;
        schema) echo 'advice-list advice backups due explain export history import list order paths payments plan policy-check policy reasons refund refunds sources' ;;
        policy-command) echo 'show check sources' ;;
    esac
}

# What an option of a command takes: a list, file, dir or any; nothing for a flag.
_aliorder_takes() {
    case $1/$2 in
        '/--now' | 'refund/--from' | 'import/--seen') echo day ;;
        '/--home') echo dir ;;
        '/--color') echo color ;;
        'advise/--event' | 'add/--event' | 'edit/--event' | 'explain/--event' | 'plan/--event') echo event ;;
        'advise/--deadline' | 'add/--deadline' | 'edit/--deadline' | 'explain/--deadline' | 'plan/--deadline') echo deadline ;;
        'advise/--why' | 'add/--why' | 'edit/--why' | 'explain/--why' | 'plan/--why' | 'reasons/--why') echo why ;;
        'advise/--payment' | 'add/--payment' | 'edit/--payment' | 'explain/--payment' | 'plan/--payment' | 'refund/--method') echo payment ;;
        'advise/--site-status' | 'advise/--total' | 'advise/--title' | 'advise/--store' | 'advise/--alias' | 'advise/--item' | 'advise/--tracking' | 'advise/--note' | 'add/--site-status' | 'add/--total' | 'add/--title' | 'add/--store' | 'add/--alias' | 'add/--item' | 'add/--tracking' | 'add/--note' | 'edit/--site-status' | 'edit/--total' | 'edit/--title' | 'edit/--store' | 'edit/--alias' | 'edit/--item' | 'edit/--tracking' | 'edit/--note' | 'record/--amount' | 'list/--due-within' | 'explain/--site-status' | 'explain/--total' | 'explain/--title' | 'explain/--store' | 'explain/--alias' | 'explain/--item' | 'explain/--tracking' | 'explain/--note' | 'plan/--site-status' | 'plan/--total' | 'plan/--title' | 'plan/--store' | 'plan/--alias' | 'plan/--item' | 'plan/--tracking' | 'plan/--note' | 'due/--within' | 'import/--encoding' | 'import/--order' | 'import/--map' | 'export/--due-within') echo any ;;
        'advise/--parcel' | 'add/--parcel' | 'edit/--parcel' | 'explain/--parcel' | 'plan/--parcel') echo parcel ;;
        'advise/--coupon' | 'add/--coupon' | 'edit/--coupon' | 'explain/--coupon' | 'plan/--coupon') echo coupon ;;
        'advise/--country' | 'add/--country' | 'edit/--country' | 'explain/--country' | 'plan/--country' | 'refund/--country') echo country ;;
        'edit/--drop-event') echo kind ;;
        'edit/--clear') echo field ;;
        'record/--on') echo when ;;
        'list/--stage' | 'reasons/--stage' | 'export/--stage') echo stage ;;
        'list/--action' | 'export/--action') echo action ;;
        'due/--ics') echo file ;;
        'policy check/--only') echo finding ;;
        'import/--format') echo import-format ;;
        'import/--date-order') echo date-order ;;
        'import/--decimal') echo decimal ;;
        'import/--currency') echo currency ;;
        'import/--column') echo column ;;
        'export/--format') echo export-format ;;
    esac
}

_aliorder_options() {
    case $1 in
        '') echo '--now --home --no-input --no-policy-file --color -q --quiet -v --verbose --version -h --help' ;;
        'advise') echo '--all --json --event --deadline --why --payment --site-status --cancel-button --no-cancel-button --free-return --no-free-return --keep --no-keep --parcel --coupon --total --title --store --alias --item --country --tracking --note -h --help' ;;
        'add') echo '--event --deadline --why --payment --site-status --cancel-button --no-cancel-button --free-return --no-free-return --keep --no-keep --parcel --coupon --total --title --store --alias --item --country --tracking --note -h --help' ;;
        'edit') echo '--drop-event --clear --event --deadline --why --payment --site-status --cancel-button --no-cancel-button --free-return --no-free-return --keep --no-keep --parcel --coupon --total --title --store --alias --item --country --tracking --note -h --help' ;;
        'remove') echo '-y --yes -h --help' ;;
        'record') echo '--on --amount -h --help' ;;
        'list') echo '--stage --action --open --due-within --json -h --help' ;;
        'show') echo '--json -h --help' ;;
        'history') echo '--json -h --help' ;;
        'explain') echo '--json --event --deadline --why --payment --site-status --cancel-button --no-cancel-button --free-return --no-free-return --keep --no-keep --parcel --coupon --total --title --store --alias --item --country --tracking --note -h --help' ;;
        'plan') echo '--json --event --deadline --why --payment --site-status --cancel-button --no-cancel-button --free-return --no-free-return --keep --no-keep --parcel --coupon --total --title --store --alias --item --country --tracking --note -h --help' ;;
        'reasons') echo '--stage --why --json -h --help' ;;
        'payments') echo '--json -h --help' ;;
        'refund') echo '--method --from --country --json -h --help' ;;
        'refunds') echo '--overdue --exit-code --json -h --help' ;;
        'due') echo '--within --ics --exit-code --json -h --help' ;;
        'policy') echo '-h --help' ;;
        'policy show') echo '--json -h --help' ;;
        'policy check') echo '--only --exit-code --json -h --help' ;;
        'policy sources') echo '--json -h --help' ;;
        'import') echo '--dry-run --format --formats --seen --date-order --decimal --currency --encoding --trust-numbers --order --column --map --keep-raw --reparse --json -h --help' ;;
        'export') echo '--format --stage --action --open --due-within --plain -h --help' ;;
        'undo') echo '-h --help' ;;
        'backup') echo '--list --json -h --help' ;;
        'restore') echo '-y --yes --dry-run -h --help' ;;
        'wipe') echo '-y --yes --dry-run --settings -h --help' ;;
        'paths') echo '--json -h --help' ;;
        'schema') echo '-h --help' ;;
    esac
}

_aliorder_argument() {
    case $1/$2 in
        'record'/1) echo kind ;;
        'policy'/0) echo policy-command ;;
        'policy show'/0) echo figure ;;
        'policy sources'/0) echo source ;;
        'import'/*) echo file ;;
        'export'/0) echo file ;;
        'backup'/0) echo file ;;
        'restore'/0) echo file ;;
        'schema'/0) echo schema ;;
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
        elif [[ ' policy ' == *" $command "* ]]; then
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
        event/*=*) takes=when start+=${cur%%=*}= cur=${cur#*=} ;;
        deadline/*=*) takes=any start+=${cur%%=*}= cur=${cur#*=} ;;
        column/*=*) takes=any start+=${cur%%=*}= cur=${cur#*=} ;;
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
