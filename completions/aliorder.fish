# Completion of aliorder in fish. Made by .ci/make_completions.py; changes belong there.

function __aliorder_list
    switch $argv[1]
        case event
            printf '%s\n' 'placed=	order placed' 'paid=	paid' 'payment-verified=	payment verified' 'expired=	payment time ran out' 'message-sent=	message to the seller sent' 'cancel-requested=	cancellation requested' 'cancel-refused=	cancellation refused by the seller' 'cancel-accepted=	cancellation accepted by the seller' 'cancelled-by-buyer=	cancelled by you' 'cancelled-by-seller=	cancelled by the seller' 'cancelled-by-platform=	cancelled by AliExpress' 'part-shipped=	a part shipped' 'shipped=	shipped' 'delivery-failed=	delivery failed or cancelled' 'reshipped=	sent again' 'extension-asked=	longer protection asked for' 'delivery-refused=	parcel refused, on its way back' 'delivered=	delivered' 'receipt-confirmed=	receipt confirmed' 'dispute-opened=	dispute opened' 'dispute-refused=	dispute refused by the seller' 'dispute-agreed=	dispute agreed by the seller' 'dispute-won=	dispute won' 'dispute-lost=	dispute lost' 'dispute-cancelled=	dispute cancelled' 'appealed=	appealed' 'return-agreed=	return agreed' 'return-sent=	return posted' 'return-received=	return received by the seller' 'refund-started=	refund processed by AliExpress' 'bank-form-filled=	bank form filled in' 'payout-asked=	payout from the Alipay account asked for' 'refund-completed=	refund completed, says the site' 'refund-received=	refund received' 'refund-chased=	asked where the refund is' 'claimed-outside=	claimed outside AliExpress' 'frozen=	frozen' 'unfrozen=	no longer frozen'
        case deadline
            printf '%s\n' 'pay-by=	time to pay ends' 'ship-by=	seller has to ship' 'deliver-by=	promised delivery' 'protection-until=	Buyer Protection ends' 'dispute-until=	last day for a dispute' 'return-by=	return posted and number entered'
        case kind
            printf '%s\n' 'placed	order placed' 'paid	paid' 'payment-verified	payment verified' 'expired	payment time ran out' 'message-sent	message to the seller sent' 'cancel-requested	cancellation requested' 'cancel-refused	cancellation refused by the seller' 'cancel-accepted	cancellation accepted by the seller' 'cancelled-by-buyer	cancelled by you' 'cancelled-by-seller	cancelled by the seller' 'cancelled-by-platform	cancelled by AliExpress' 'part-shipped	a part shipped' 'shipped	shipped' 'delivery-failed	delivery failed or cancelled' 'reshipped	sent again' 'extension-asked	longer protection asked for' 'delivery-refused	parcel refused, on its way back' 'delivered	delivered' 'receipt-confirmed	receipt confirmed' 'dispute-opened	dispute opened' 'dispute-refused	dispute refused by the seller' 'dispute-agreed	dispute agreed by the seller' 'dispute-won	dispute won' 'dispute-lost	dispute lost' 'dispute-cancelled	dispute cancelled' 'appealed	appealed' 'return-agreed	return agreed' 'return-sent	return posted' 'return-received	return received by the seller' 'refund-started	refund processed by AliExpress' 'bank-form-filled	bank form filled in' 'payout-asked	payout from the Alipay account asked for' 'refund-completed	refund completed, says the site' 'refund-received	refund received' 'refund-chased	asked where the refund is' 'claimed-outside	claimed outside AliExpress' 'frozen	frozen' 'unfrozen	no longer frozen'
        case field
            printf '%s\n' 'title' 'alias' 'store' 'item' 'total' 'payment' 'country' 'coupon' 'free-return' 'cancel-button' 'keep' 'site-status' 'tracking' 'parcel' 'why' 'note' 'pay-by' 'ship-by' 'deliver-by' 'protection-until' 'dispute-until' 'return-by'
        case why
            printf '%s\n' 'not-needed	I do not need it any more, or have doubts' 'wrong-item	I ordered the wrong thing' 'duplicate	I ordered it twice' 'change-details	I want another colour, size or quantity' 'change-address	The address is wrong' 'change-coupon	I want to use another coupon' 'change-shipping	I want another shipping method' 'cheaper-elsewhere	It is cheaper elsewhere' 'payment-problem	There was trouble with the payment' 'other	Another reason of my own' 'slow-seller	The seller takes too long to ship' 'out-of-stock	The seller says it is out of stock' 'price-raised	The seller wants more money' 'cannot-ship	The seller cannot ship it the way I chose' 'seller-silent	The seller does not answer' 'seller-asks	The seller asks me to cancel' 'not-received	It has not arrived' 'tracking-invalid	The tracking number is false or missing' 'defective	It is broken or does not work' 'not-as-described	It is not as described' 'wrong-goods	Something else came'
        case payment
            printf '%s\n' 'card	credit or debit card' 'visa	Visa card' 'mastercard	Mastercard' 'maestro	Maestro card' 'amex	American Express card' 'debit-card	debit card' 'mir	Mir card' 'apple-pay	Apple Pay' 'google-pay	Google Pay' 'paypal	PayPal' 'klarna	Klarna' 'afterpay	Afterpay or Clearpay' 'ideal	iDEAL' 'bancontact	Bancontact' 'sofort	Sofort' 'giropay	Giropay' 'przelewy24	Przelewy24' 'blik	BLIK' 'trustly	Trustly' 'boleto	Boleto' 'pix	Pix' 'oxxo	OXXO' 'mercado-pago	Mercado Pago' 'webmoney	WebMoney' 'qiwi	QIWI' 'yoomoney	YooMoney' 'western-union	Western Union' 'bank-transfer	bank transfer' 'alipay	Alipay wallet' 'balance	AliExpress balance or bonus' 'gift-card	gift card' 'cash-on-delivery	cash on delivery' 'kakaopay	KakaoPay' 'naverpay	Naver Pay' 'gcash	GCash' 'other	another payment method'
        case coupon
            printf '%s\n' 'none	no coupon' 'platform	AliExpress coupon or voucher' 'store	coupon of the store' 'code	promo code' 'select	Select Coupon'
        case parcel
            printf '%s\n' 'unknown	not known' 'moving	moving' 'stuck	stuck' 'invalid	number does not exist' 'elsewhere	went somewhere else'
        case stage
            printf '%s\n' 'unpaid	Not paid yet' 'payment-verification	Payment is being checked' 'awaiting-shipment	Awaiting shipment' 'cancel-requested	Cancellation requested' 'part-shipped	Partly shipped' 'shipped	Shipped' 'delivered	Delivered' 'completed	Receipt confirmed' 'in-dispute	In dispute' 'returning	On its way back' 'refunding	Money is owed to you' 'refunded	Refunded' 'frozen	Frozen' 'closed	Closed'
        case action
            printf '%s\n' 'pay	Pay, if you still want it' 'let-expire	Do not pay and let it close by itself' 'instant-cancel	Cancel it at once' 'request-approval	Ask the seller to cancel' 'negotiate	Talk to the seller again' 'refuse-delivery	Contact the seller and refuse the parcel' 'free-return	Send it back with the free return' 'open-dispute	Open a dispute' 'escalate	Add evidence and let AliExpress decide' 'send-return	Send the goods back' 'appeal	Appeal against the decision' 'extend-protection	Ask for longer Buyer Protection' 'wait	Wait' 'wait-for-refund	Wait for the refund' 'chase-refund	Ask where the refund is' 'claim-outside	Claim your money outside AliExpress' 'nothing	Nothing to do'
        case country
            printf '%s\n' 'AD' 'AE' 'AF' 'AG' 'AI' 'AL' 'AM' 'AO' 'AQ' 'AR' 'AS' 'AT' 'AU' 'AW' 'AX' 'AZ' 'BA' 'BB' 'BD' 'BE' 'BF' 'BG' 'BH' 'BI' 'BJ' 'BL' 'BM' 'BN' 'BO' 'BQ' 'BR' 'BS' 'BT' 'BV' 'BW' 'BY' 'BZ' 'CA' 'CC' 'CD' 'CF' 'CG' 'CH' 'CI' 'CK' 'CL' 'CM' 'CN' 'CO' 'CR' 'CU' 'CV' 'CW' 'CX' 'CY' 'CZ' 'DE' 'DJ' 'DK' 'DM' 'DO' 'DZ' 'EC' 'EE' 'EG' 'EH' 'ER' 'ES' 'ET' 'FI' 'FJ' 'FK' 'FM' 'FO' 'FR' 'GA' 'GB' 'GD' 'GE' 'GF' 'GG' 'GH' 'GI' 'GL' 'GM' 'GN' 'GP' 'GQ' 'GR' 'GS' 'GT' 'GU' 'GW' 'GY' 'HK' 'HM' 'HN' 'HR' 'HT' 'HU' 'ID' 'IE' 'IL' 'IM' 'IN' 'IO' 'IQ' 'IR' 'IS' 'IT' 'JE' 'JM' 'JO' 'JP' 'KE' 'KG' 'KH' 'KI' 'KM' 'KN' 'KP' 'KR' 'KW' 'KY' 'KZ' 'LA' 'LB' 'LC' 'LI' 'LK' 'LR' 'LS' 'LT' 'LU' 'LV' 'LY' 'MA' 'MC' 'MD' 'ME' 'MF' 'MG' 'MH' 'MK' 'ML' 'MM' 'MN' 'MO' 'MP' 'MQ' 'MR' 'MS' 'MT' 'MU' 'MV' 'MW' 'MX' 'MY' 'MZ' 'NA' 'NC' 'NE' 'NF' 'NG' 'NI' 'NL' 'NO' 'NP' 'NR' 'NU' 'NZ' 'OM' 'PA' 'PE' 'PF' 'PG' 'PH' 'PK' 'PL' 'PM' 'PN' 'PR' 'PS' 'PT' 'PW' 'PY' 'QA' 'RE' 'RO' 'RS' 'RU' 'RW' 'SA' 'SB' 'SC' 'SD' 'SE' 'SG' 'SH' 'SI' 'SJ' 'SK' 'SL' 'SM' 'SN' 'SO' 'SR' 'SS' 'ST' 'SV' 'SX' 'SY' 'SZ' 'TC' 'TD' 'TF' 'TG' 'TH' 'TJ' 'TK' 'TL' 'TM' 'TN' 'TO' 'TR' 'TT' 'TV' 'TW' 'TZ' 'UA' 'UG' 'UM' 'US' 'UY' 'UZ' 'VA' 'VC' 'VE' 'VG' 'VI' 'VN' 'VU' 'WF' 'WS' 'YE' 'YT' 'ZA' 'ZM' 'ZW'
        case color
            printf '%s\n' 'auto' 'always' 'never'
        case when
            printf '%s\n' 'today' 'yesterday' 'now	this moment' 'unknown	the day is not known'
        case day
            printf '%s\n' 'today' 'yesterday' 'now	this moment'
        case schema
            printf '%s\n' 'advice-list' 'advice' 'explain' 'history' 'import' 'list' 'order' 'paths' 'payments' 'reasons' 'refund'
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
            case --now --home --color --event --deadline --why --payment --site-status --parcel --coupon --total --title --store --alias --item --country --tracking --note --drop-event --clear --on --amount --stage --action --due-within --method --from
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
    test "$words[1]" = "$argv[1]"; or return 1
    test (count $argv) -eq 1; or test (count $words) -eq (math $argv[2] + 1)
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
complete -c aliorder -n '__aliorder_at ""' -a advise -d 'What to do now, by when, how, and when the money will be back'
complete -c aliorder -n '__aliorder_at ""' -a add -d 'Keep an order with what is known about it'
complete -c aliorder -n '__aliorder_at ""' -a edit -d 'Change a kept order: a fact replaces the one before it, events and deadlines those of their kind'
complete -c aliorder -n '__aliorder_at ""' -a remove -d 'Forget a kept order. `aliorder undo` brings it back'
complete -c aliorder -n '__aliorder_at ""' -a record -d 'Note that something happened to a kept order'
complete -c aliorder -n '__aliorder_at ""' -a list -d 'The kept orders, soonest deadline first'
complete -c aliorder -n '__aliorder_at ""' -a show -d 'All that is known about a kept order'
complete -c aliorder -n '__aliorder_at ""' -a history -d 'What happened to an order and which deadlines lie ahead, as a picture in time'
complete -c aliorder -n '__aliorder_at ""' -a explain -d 'Why aliorder says what it says: the rules that decided, those passed over, the figures, the sources'
complete -c aliorder -n '__aliorder_at ""' -a reasons -d 'The reasons that are true for a situation, the least costly to the seller first'
complete -c aliorder -n '__aliorder_at ""' -a payments -d 'The payment methods that aliorder knows, and how long a refund takes by each'
complete -c aliorder -n '__aliorder_at ""' -a refund -d 'When the money will be back: by a method from a day on, or for a kept order'
complete -c aliorder -n '__aliorder_at ""' -a import -d 'Take in orders from files saved from the site: its order list or an order\'s detail, as JSON'
complete -c aliorder -n '__aliorder_at ""' -a undo -d 'Take back the last change: add, edit, remove, record or import. Again for the one before'
complete -c aliorder -n '__aliorder_at ""' -a paths -d 'Where aliorder keeps what it knows. Nothing of it is ever sent anywhere'
complete -c aliorder -n '__aliorder_at ""' -a schema -d 'The JSON Schema of a document that aliorder prints'
complete -c aliorder -n '__aliorder_at ""' -l now -x -a '(__aliorder_list day)' -d 'Take this for now; a day means its noon'
complete -c aliorder -n '__aliorder_at ""' -l home -x -a '(__fish_complete_directories)' -d 'Keep all state there'
complete -c aliorder -n '__aliorder_at ""' -l no-input -d 'Never ask; fail instead'
complete -c aliorder -n '__aliorder_at ""' -l color -x -a '(__aliorder_list color)' -d 'When to use colour'
complete -c aliorder -n '__aliorder_at ""' -s q -l quiet -d 'Say less'
complete -c aliorder -n '__aliorder_at ""' -s v -l verbose -d 'Say more'
complete -c aliorder -n '__aliorder_at ""' -l version -d 'Print the version and end'
complete -c aliorder -n '__aliorder_at ""' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at advise' -l all -d 'Advice on every open order'
complete -c aliorder -n '__aliorder_at advise' -l json -d 'Print JSON (schema aliorder.advice/1)'
complete -c aliorder -n '__aliorder_at advise' -l event -x -a '(__aliorder_pairs event when)' -d 'Something that happened, e.g. paid=yesterday'
complete -c aliorder -n '__aliorder_at advise' -l deadline -x -a '(__aliorder_pairs deadline any)' -d 'A deadline shown on the page, e.g. ship-by=+2d5h'
complete -c aliorder -n '__aliorder_at advise' -l why -x -a '(__aliorder_list why)' -d 'Your true situation, e.g. not-needed (see `reasons`)'
complete -c aliorder -n '__aliorder_at advise' -l payment -x -a '(__aliorder_list payment)' -d 'How it was paid (see `payments`)'
complete -c aliorder -n '__aliorder_at advise' -l site-status -x -d 'The status that the order page shows now'
complete -c aliorder -n '__aliorder_at advise' -l cancel-button -d 'Does the page show a Cancel button?'
complete -c aliorder -n '__aliorder_at advise' -l no-cancel-button -d 'Does the page show a Cancel button?'
complete -c aliorder -n '__aliorder_at advise' -l free-return -d 'Has the item the Free Return badge?'
complete -c aliorder -n '__aliorder_at advise' -l no-free-return -d 'Has the item the Free Return badge?'
complete -c aliorder -n '__aliorder_at advise' -l keep -d 'Do you want to keep the goods?'
complete -c aliorder -n '__aliorder_at advise' -l no-keep -d 'Do you want to keep the goods?'
complete -c aliorder -n '__aliorder_at advise' -l parcel -x -a '(__aliorder_list parcel)' -d 'What the tracking says: unknown, moving, stuck, invalid, elsewhere'
complete -c aliorder -n '__aliorder_at advise' -l coupon -x -a '(__aliorder_list coupon)' -d 'The coupon used: none, platform, store, code, select'
complete -c aliorder -n '__aliorder_at advise' -l total -x -d 'What was paid'
complete -c aliorder -n '__aliorder_at advise' -l title -x -d 'What was ordered, in your words'
complete -c aliorder -n '__aliorder_at advise' -l store -x -d 'The seller\'s store'
complete -c aliorder -n '__aliorder_at advise' -l alias -x -d 'Your own short name for the order'
complete -c aliorder -n '__aliorder_at advise' -l item -x -d 'A line of the order'
complete -c aliorder -n '__aliorder_at advise' -l country -x -a '(__aliorder_list country)' -d 'Your country, ISO 3166, e.g. DE'
complete -c aliorder -n '__aliorder_at advise' -l tracking -x -d 'The tracking number'
complete -c aliorder -n '__aliorder_at advise' -l note -x -d 'A note of yours'
complete -c aliorder -n '__aliorder_at advise' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at add' -l event -x -a '(__aliorder_pairs event when)' -d 'Something that happened, e.g. paid=yesterday'
complete -c aliorder -n '__aliorder_at add' -l deadline -x -a '(__aliorder_pairs deadline any)' -d 'A deadline shown on the page, e.g. ship-by=+2d5h'
complete -c aliorder -n '__aliorder_at add' -l why -x -a '(__aliorder_list why)' -d 'Your true situation, e.g. not-needed (see `reasons`)'
complete -c aliorder -n '__aliorder_at add' -l payment -x -a '(__aliorder_list payment)' -d 'How it was paid (see `payments`)'
complete -c aliorder -n '__aliorder_at add' -l site-status -x -d 'The status that the order page shows now'
complete -c aliorder -n '__aliorder_at add' -l cancel-button -d 'Does the page show a Cancel button?'
complete -c aliorder -n '__aliorder_at add' -l no-cancel-button -d 'Does the page show a Cancel button?'
complete -c aliorder -n '__aliorder_at add' -l free-return -d 'Has the item the Free Return badge?'
complete -c aliorder -n '__aliorder_at add' -l no-free-return -d 'Has the item the Free Return badge?'
complete -c aliorder -n '__aliorder_at add' -l keep -d 'Do you want to keep the goods?'
complete -c aliorder -n '__aliorder_at add' -l no-keep -d 'Do you want to keep the goods?'
complete -c aliorder -n '__aliorder_at add' -l parcel -x -a '(__aliorder_list parcel)' -d 'What the tracking says: unknown, moving, stuck, invalid, elsewhere'
complete -c aliorder -n '__aliorder_at add' -l coupon -x -a '(__aliorder_list coupon)' -d 'The coupon used: none, platform, store, code, select'
complete -c aliorder -n '__aliorder_at add' -l total -x -d 'What was paid'
complete -c aliorder -n '__aliorder_at add' -l title -x -d 'What was ordered, in your words'
complete -c aliorder -n '__aliorder_at add' -l store -x -d 'The seller\'s store'
complete -c aliorder -n '__aliorder_at add' -l alias -x -d 'Your own short name for the order'
complete -c aliorder -n '__aliorder_at add' -l item -x -d 'A line of the order'
complete -c aliorder -n '__aliorder_at add' -l country -x -a '(__aliorder_list country)' -d 'Your country, ISO 3166, e.g. DE'
complete -c aliorder -n '__aliorder_at add' -l tracking -x -d 'The tracking number'
complete -c aliorder -n '__aliorder_at add' -l note -x -d 'A note of yours'
complete -c aliorder -n '__aliorder_at add' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at edit' -l drop-event -x -a '(__aliorder_list kind)' -d 'Forget events of a kind'
complete -c aliorder -n '__aliorder_at edit' -l clear -x -a '(__aliorder_list field)' -d 'Forget a fact or a deadline'
complete -c aliorder -n '__aliorder_at edit' -l event -x -a '(__aliorder_pairs event when)' -d 'Something that happened, e.g. paid=yesterday'
complete -c aliorder -n '__aliorder_at edit' -l deadline -x -a '(__aliorder_pairs deadline any)' -d 'A deadline shown on the page, e.g. ship-by=+2d5h'
complete -c aliorder -n '__aliorder_at edit' -l why -x -a '(__aliorder_list why)' -d 'Your true situation, e.g. not-needed (see `reasons`)'
complete -c aliorder -n '__aliorder_at edit' -l payment -x -a '(__aliorder_list payment)' -d 'How it was paid (see `payments`)'
complete -c aliorder -n '__aliorder_at edit' -l site-status -x -d 'The status that the order page shows now'
complete -c aliorder -n '__aliorder_at edit' -l cancel-button -d 'Does the page show a Cancel button?'
complete -c aliorder -n '__aliorder_at edit' -l no-cancel-button -d 'Does the page show a Cancel button?'
complete -c aliorder -n '__aliorder_at edit' -l free-return -d 'Has the item the Free Return badge?'
complete -c aliorder -n '__aliorder_at edit' -l no-free-return -d 'Has the item the Free Return badge?'
complete -c aliorder -n '__aliorder_at edit' -l keep -d 'Do you want to keep the goods?'
complete -c aliorder -n '__aliorder_at edit' -l no-keep -d 'Do you want to keep the goods?'
complete -c aliorder -n '__aliorder_at edit' -l parcel -x -a '(__aliorder_list parcel)' -d 'What the tracking says: unknown, moving, stuck, invalid, elsewhere'
complete -c aliorder -n '__aliorder_at edit' -l coupon -x -a '(__aliorder_list coupon)' -d 'The coupon used: none, platform, store, code, select'
complete -c aliorder -n '__aliorder_at edit' -l total -x -d 'What was paid'
complete -c aliorder -n '__aliorder_at edit' -l title -x -d 'What was ordered, in your words'
complete -c aliorder -n '__aliorder_at edit' -l store -x -d 'The seller\'s store'
complete -c aliorder -n '__aliorder_at edit' -l alias -x -d 'Your own short name for the order'
complete -c aliorder -n '__aliorder_at edit' -l item -x -d 'A line of the order'
complete -c aliorder -n '__aliorder_at edit' -l country -x -a '(__aliorder_list country)' -d 'Your country, ISO 3166, e.g. DE'
complete -c aliorder -n '__aliorder_at edit' -l tracking -x -d 'The tracking number'
complete -c aliorder -n '__aliorder_at edit' -l note -x -d 'A note of yours'
complete -c aliorder -n '__aliorder_at edit' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at remove' -s y -l yes -d 'Do not ask'
complete -c aliorder -n '__aliorder_at remove' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at record' -l on -x -a '(__aliorder_list when)' -d 'When; without it now for what you did, today for the rest'
complete -c aliorder -n '__aliorder_at record' -l amount -x -d 'A part of the total, for refunds'
complete -c aliorder -n '__aliorder_at record' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at list' -l stage -x -a '(__aliorder_list stage)' -d 'Only orders in this stage'
complete -c aliorder -n '__aliorder_at list' -l action -x -a '(__aliorder_list action)' -d 'Only orders with this advice'
complete -c aliorder -n '__aliorder_at list' -l open -d 'Only orders that need something or somebody'
complete -c aliorder -n '__aliorder_at list' -l due-within -x -d 'Only orders with a deadline within so many days, e.g. 7d'
complete -c aliorder -n '__aliorder_at list' -l json -d 'Print JSON (schema aliorder.list/1)'
complete -c aliorder -n '__aliorder_at list' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at show' -l json -d 'Print JSON (schema aliorder.order/1)'
complete -c aliorder -n '__aliorder_at show' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at history' -l json -d 'Print JSON (schema aliorder.history/1)'
complete -c aliorder -n '__aliorder_at history' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at explain' -l json -d 'Print JSON (schema aliorder.explain/1)'
complete -c aliorder -n '__aliorder_at explain' -l event -x -a '(__aliorder_pairs event when)' -d 'Something that happened, e.g. paid=yesterday'
complete -c aliorder -n '__aliorder_at explain' -l deadline -x -a '(__aliorder_pairs deadline any)' -d 'A deadline shown on the page, e.g. ship-by=+2d5h'
complete -c aliorder -n '__aliorder_at explain' -l why -x -a '(__aliorder_list why)' -d 'Your true situation, e.g. not-needed (see `reasons`)'
complete -c aliorder -n '__aliorder_at explain' -l payment -x -a '(__aliorder_list payment)' -d 'How it was paid (see `payments`)'
complete -c aliorder -n '__aliorder_at explain' -l site-status -x -d 'The status that the order page shows now'
complete -c aliorder -n '__aliorder_at explain' -l cancel-button -d 'Does the page show a Cancel button?'
complete -c aliorder -n '__aliorder_at explain' -l no-cancel-button -d 'Does the page show a Cancel button?'
complete -c aliorder -n '__aliorder_at explain' -l free-return -d 'Has the item the Free Return badge?'
complete -c aliorder -n '__aliorder_at explain' -l no-free-return -d 'Has the item the Free Return badge?'
complete -c aliorder -n '__aliorder_at explain' -l keep -d 'Do you want to keep the goods?'
complete -c aliorder -n '__aliorder_at explain' -l no-keep -d 'Do you want to keep the goods?'
complete -c aliorder -n '__aliorder_at explain' -l parcel -x -a '(__aliorder_list parcel)' -d 'What the tracking says: unknown, moving, stuck, invalid, elsewhere'
complete -c aliorder -n '__aliorder_at explain' -l coupon -x -a '(__aliorder_list coupon)' -d 'The coupon used: none, platform, store, code, select'
complete -c aliorder -n '__aliorder_at explain' -l total -x -d 'What was paid'
complete -c aliorder -n '__aliorder_at explain' -l title -x -d 'What was ordered, in your words'
complete -c aliorder -n '__aliorder_at explain' -l store -x -d 'The seller\'s store'
complete -c aliorder -n '__aliorder_at explain' -l alias -x -d 'Your own short name for the order'
complete -c aliorder -n '__aliorder_at explain' -l item -x -d 'A line of the order'
complete -c aliorder -n '__aliorder_at explain' -l country -x -a '(__aliorder_list country)' -d 'Your country, ISO 3166, e.g. DE'
complete -c aliorder -n '__aliorder_at explain' -l tracking -x -d 'The tracking number'
complete -c aliorder -n '__aliorder_at explain' -l note -x -d 'A note of yours'
complete -c aliorder -n '__aliorder_at explain' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at reasons' -l stage -x -a '(__aliorder_list stage)' -d 'The stage of the order'
complete -c aliorder -n '__aliorder_at reasons' -l why -x -a '(__aliorder_list why)' -d 'Your true situation'
complete -c aliorder -n '__aliorder_at reasons' -l json -d 'Print JSON (schema aliorder.reasons/1)'
complete -c aliorder -n '__aliorder_at reasons' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at payments' -l json -d 'Print JSON (schema aliorder.payments/1)'
complete -c aliorder -n '__aliorder_at payments' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at refund' -l method -x -a '(__aliorder_list payment)' -d 'How it was paid (see `payments`)'
complete -c aliorder -n '__aliorder_at refund' -l from -x -a '(__aliorder_list day)' -d 'The day on which the method\'s clock starts'
complete -c aliorder -n '__aliorder_at refund' -l country -x -a '(__aliorder_list country)' -d 'Your country, ISO 3166'
complete -c aliorder -n '__aliorder_at refund' -l json -d 'Print JSON (schema aliorder.refund/1)'
complete -c aliorder -n '__aliorder_at refund' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at import' -l dry-run -d 'Say what would change, and change nothing'
complete -c aliorder -n '__aliorder_at import' -l json -d 'Print JSON (schema aliorder.import/1)'
complete -c aliorder -n '__aliorder_at import' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at undo' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at paths' -l json -d 'Print JSON (schema aliorder.paths/1)'
complete -c aliorder -n '__aliorder_at paths' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at schema' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at record 1' -a '(__aliorder_list kind)'
complete -c aliorder -n '__aliorder_at import' -F
complete -c aliorder -n '__aliorder_at schema 0' -a '(__aliorder_list schema)'
