# Completion of aliorder in fish. Made by .ci/make_completions.py; changes belong there.

function __aliorder_list
    switch $argv[1]
        case event
            printf '%s\n' 'placed=	order placed' 'paid=	paid' 'payment-verified=	payment verified' 'expired=	payment time ran out' 'message-sent=	message to the seller sent' 'seller-answered=	the seller answered' 'cancel-requested=	cancellation requested' 'cancel-refused=	cancellation refused by the seller' 'cancel-accepted=	cancellation accepted by the seller' 'cancelled-by-buyer=	cancelled by you' 'cancelled-by-seller=	cancelled by the seller' 'cancelled-by-platform=	cancelled by AliExpress' 'part-shipped=	a part shipped' 'shipped=	shipped' 'delivery-failed=	delivery failed or cancelled' 'reshipped=	sent again' 'extension-asked=	longer protection asked for' 'delivery-refused=	parcel refused, on its way back' 'delivered=	delivered' 'receipt-confirmed=	receipt confirmed' 'dispute-opened=	dispute opened' 'dispute-refused=	dispute refused by the seller' 'dispute-agreed=	dispute agreed by the seller' 'dispute-won=	dispute won' 'dispute-lost=	dispute lost' 'dispute-cancelled=	dispute cancelled' 'appealed=	appealed' 'return-agreed=	return agreed' 'return-sent=	return posted' 'return-received=	return received by the seller' 'refund-started=	refund processed by AliExpress' 'bank-form-filled=	bank form filled in' 'payout-asked=	payout from the Alipay account asked for' 'refund-completed=	refund completed, says the site' 'refund-received=	refund received' 'refund-chased=	asked where the refund is' 'claimed-outside=	claimed outside AliExpress' 'frozen=	frozen' 'unfrozen=	no longer frozen'
        case deadline
            printf '%s\n' 'pay-by=	time to pay ends' 'ship-by=	seller has to ship' 'deliver-by=	promised delivery' 'protection-until=	Buyer Protection ends' 'dispute-until=	last day for a dispute' 'return-by=	return posted and number entered'
        case kind
            printf '%s\n' 'placed	order placed' 'paid	paid' 'payment-verified	payment verified' 'expired	payment time ran out' 'message-sent	message to the seller sent' 'seller-answered	the seller answered' 'cancel-requested	cancellation requested' 'cancel-refused	cancellation refused by the seller' 'cancel-accepted	cancellation accepted by the seller' 'cancelled-by-buyer	cancelled by you' 'cancelled-by-seller	cancelled by the seller' 'cancelled-by-platform	cancelled by AliExpress' 'part-shipped	a part shipped' 'shipped	shipped' 'delivery-failed	delivery failed or cancelled' 'reshipped	sent again' 'extension-asked	longer protection asked for' 'delivery-refused	parcel refused, on its way back' 'delivered	delivered' 'receipt-confirmed	receipt confirmed' 'dispute-opened	dispute opened' 'dispute-refused	dispute refused by the seller' 'dispute-agreed	dispute agreed by the seller' 'dispute-won	dispute won' 'dispute-lost	dispute lost' 'dispute-cancelled	dispute cancelled' 'appealed	appealed' 'return-agreed	return agreed' 'return-sent	return posted' 'return-received	return received by the seller' 'refund-started	refund processed by AliExpress' 'bank-form-filled	bank form filled in' 'payout-asked	payout from the Alipay account asked for' 'refund-completed	refund completed, says the site' 'refund-received	refund received' 'refund-chased	asked where the refund is' 'claimed-outside	claimed outside AliExpress' 'frozen	frozen' 'unfrozen	no longer frozen'
        case field
            printf '%s\n' 'title' 'alias' 'store' 'item' 'total' 'payment' 'country' 'coupon' 'free-return' 'cancel-button' 'keep' 'site-status' 'tracking' 'parcel' 'why' 'note' 'pay-by' 'ship-by' 'deliver-by' 'protection-until' 'dispute-until' 'return-by'
        case why
            printf '%s\n' 'not-needed	I do not need it any more, or have doubts' 'wrong-item	I ordered the wrong thing' 'duplicate	I ordered it twice' 'change-details	I want another colour, size or quantity' 'change-address	The address is wrong' 'change-coupon	I want to use another coupon' 'change-shipping	I want another shipping method' 'cheaper-elsewhere	It is cheaper elsewhere' 'payment-problem	There was trouble with the payment' 'other	Another reason of my own' 'slow-seller	The seller takes too long to ship' 'out-of-stock	The seller says it is out of stock' 'price-raised	The seller wants more money' 'cannot-ship	The seller cannot ship it the way I chose' 'seller-silent	The seller does not answer' 'seller-asks	The seller asks me to cancel' 'not-received	It has not arrived' 'tracking-invalid	The tracking number is false or missing' 'defective	It is broken or does not work' 'not-as-described	It is not as described' 'wrong-goods	Something else came'
        case payment
            printf '%s\n' 'card	credit or debit card' 'visa	Visa card' 'mastercard	Mastercard' 'maestro	Maestro card' 'amex	American Express card' 'debit-card	debit card' 'mir	Mir card' 'apple-pay	Apple Pay' 'google-pay	Google Pay' 'paypal	PayPal' 'klarna	Klarna' 'afterpay	Afterpay or Clearpay' 'ideal	iDEAL' 'bancontact	Bancontact' 'sofort	Sofort' 'giropay	Giropay' 'przelewy24	Przelewy24' 'blik	BLIK' 'trustly	Trustly' 'boleto	Boleto' 'pix	Pix' 'oxxo	OXXO' 'mercado-pago	Mercado Pago' 'webmoney	WebMoney' 'qiwi	QIWI' 'yoomoney	YooMoney' 'western-union	Western Union' 'bank-transfer	bank transfer' 'alipay	Alipay wallet' 'balance	AliExpress balance or bonus' 'gift-card	gift card' 'cash-on-delivery	cash on delivery' 'kakaopay	KakaoPay' 'naverpay	Naver Pay' 'gcash	GCash' 'other	another payment method'
        case figure
            printf '%s\n' 'pay-by	time to pay' 'verification	check of a payment' 'verification-bank-transfer	check of a bank transfer' 'verification-boleto	check of a Boleto payment' 'ship-by	time for the seller to ship' 'cancel-answer	unanswered request cancels itself, usually' 'cancel-answer-latest	unanswered request cancels itself, at the latest' 'cancel-decision	seller\'s decision on a request not sent yet' 'message-answer	time for the seller to answer a message' 'message-reminders	time in which to remind the seller of a message' 'protection	length of Buyer Protection' 'extend-protection	last days of Buyer Protection, to ask for more' 'reship	time for a new parcel to show up' 'dispute-opens	wait before a dispute can be opened' 'fast-delivery	delivery promised so soon that a dispute opens at once' 'dispute-until	time to open a dispute' 'seller-answer-by	time for the seller to answer a dispute' 'platform-steps-in	wait before AliExpress steps in' 'claim-check-earliest	check of a claim, at the earliest' 'claim-check-latest	check of a claim, at the latest' 'appeal-until	time to appeal' 'appeal-answer	wait for the answer to an appeal' 'settlement	settling of a refund' 'free-return-until	time for a free return' 'return-by	time to post a return' 'outside-paypal	time for a PayPal dispute' 'outside-card	time for a chargeback at the card\'s bank' 'outside-escalate	time to make a PayPal dispute a claim' 'card	credit or debit card' 'visa	Visa card' 'mastercard	Mastercard' 'maestro	Maestro card' 'amex	American Express card' 'debit-card	debit card' 'mir	Mir card' 'apple-pay	Apple Pay' 'google-pay	Google Pay' 'paypal	PayPal' 'klarna	Klarna' 'afterpay	Afterpay or Clearpay' 'ideal	iDEAL' 'bancontact	Bancontact' 'sofort	Sofort' 'giropay	Giropay' 'przelewy24	Przelewy24' 'blik	BLIK' 'trustly	Trustly' 'boleto	Boleto' 'pix	Pix' 'oxxo	OXXO' 'mercado-pago	Mercado Pago' 'webmoney	WebMoney' 'qiwi	QIWI' 'yoomoney	YooMoney' 'western-union	Western Union' 'bank-transfer	bank transfer' 'alipay	Alipay wallet' 'balance	AliExpress balance or bonus' 'gift-card	gift card' 'cash-on-delivery	cash on delivery' 'kakaopay	KakaoPay' 'naverpay	Naver Pay' 'gcash	GCash' 'other	another payment method'
        case finding
            printf '%s\n' 'stale' 'overridden' 'quarrelling' 'weak'
        case source
            printf '%s\n' 'S0	Giftmio: cancelling an order and getting a refund (undated)' 'S1	Tutorial on cancelling (2023), translated from Italian' 'S2	Guide to cancelling on the old site (about 2016), translated from Russian' 'S3	Zopi help for dropshippers: cancelling, refunds, returns (2025)' 'S4	The stages of an order and how to cancel in each (undated)' 'judgement	Our own judgement, on the buyer\'s safe side' 'api-status	Open platform: order states (copy)' 'api-end-reasons	Why orders end, as several public code bases agree' 'api-pay-timeout	Open platform: each order has its own time to pay' 'aliexpress-mcp	Public code and recordings of the buyer\'s pages, 2026' 'order-exporter	A real file of the order exporter, German account, 2025' 'help-2022	Help centre, 2021 and 2022 (copies)' 'faq-2018	Official questions and answers, August 2018 (copy)' 'help-2013	Official page on opening a dispute, about 2013' 'dispute-windows-old	Official dispute pages of the first years, outdated' 'bank-transfer-page	Official page on bank transfers' 'boleto-faq	Official questions and answers on Boleto' 'free-return-page	Official page on free returns (several copies)' 'buyer-protection-page	Official page on Buyer Protection (copies)' 'cnjdpart	Questions and answers on refunds and returns (copy)' 'select-coupons	Official guide to select coupons' 'activities-2012	Official answer on cancelling an order, about 2012' 'rules-2020	Rules for sellers who do not ship, 2020-08-25' 'rules-chargeback	What AliExpress tells sellers about chargebacks' 'intl-alipay	Alipay international help: refunds' 'alipay-docs	Alipay documentation: refunds to other wallets' 'paypal-faq	PayPal: how long a dispute and a claim can be opened' 'paypal-refund-faq	PayPal: when a refund shows on a card statement' 'paypal-funding	How long PayPal refunds take, by what paid for them' 'card-rules	Chargeback times of the card schemes, two overviews' 'ebanx-card	EBANX help: refunds to cards in Latin America' 'ebanx-boleto	EBANX help: refunds of a Boleto' 'klarna	Klarna, Switzerland and United Kingdom: refunds by a shop' 'clearpay	Clearpay help: refunds by a shop' 'revolut-ideal	Revolut help: refunds of iDEAL payments' 'mollie	Mollie: refunds of iDEAL and Bancontact payments' 'bancontact-shop	A Belgian shop on refunds by Bancontact' 'stripe-sofort	Stripe support: the end of Sofort as its own method' 'giropay-end	iBusiness: the end of Giropay (October 2024)' 'psp-docs	Payment firms\' documentation: Przelewy24, BLIK and Pix refunds' 'ppro-oxxo	PPRO documentation: OXXO' 'mercado-libre	Mercado Libre: times of refunds' 'gcash-help	GCash help: refunds by a merchant' 'naverpay-2024	Asia Economy on NaverPay refunds (2024-07-27)' 'qiwi-oplata	aliexpress-oplata.ru, quoting AliExpress on QIWI' 'qiwi-end	3DNews: the licence of the QIWI bank was withdrawn' 'alibaba-transfer	Alibaba.com service: refunds of bank transfers' 'ryviu	Ryviu guide, 2022' 'que-dalle	que-dalle.com, Spanish guides' 'readmag	readmag.ru on refunds' 'sonyps4	sonyps4.ru on refunds to an Alipay wallet' 'detkamir	detkamir.ru on disputes and refunds' 'glarity	Glarity answers on refunds as AliExpress bonus (2025)' 'kyliecosmetics	kyliecosmetics.ru on gift cards' 'todasasrespostas	todasasrespostas.com on Boleto refunds' 'chinaparcels	chinaparcels.com on refunds and returns' 'alibilling	alibilling, quoting the Buyer Protection page' 'alixblog-refund	alixblog on a refund that does not arrive' 'arn	guide-aliexpress.com: the ARN, the number by which a bank finds a refund' 'accio	accio.com on cancelling and returning (2025)' 'ali-shop	ali-shop.net on closed accounts and holidays' 'aliexpressers	aliexpressers.ru on China\'s holidays' 'alibestfinds	alibestfinds.com on cancelled deliveries' 'alideliv	alideliv.ru on payment checks and unpaid orders' 'aliexpresshlp	aliexpresshlp.ru on order states and refunds' 'aliexpressreview	aliexpressreview on disputes' 'alifaq	alifaq.org on cancelling an order' 'alihelper	alihelper.net on orders that the seller cancels' 'alimaniac	alimaniac.com on shopping and order states' 'aliwka	aliwka.com on order states' 'alixblog-es	alixblog, Spanish edition' 'alixblog-pt	alixblog, Portuguese edition' 'alixcadet	alixcadet.com on cancelling' 'all55	all55.ru on unpaid orders' 'allexprs	allexprs.info on states and refunds' 'bio-guard	bio-guard, quoting the old Buyer Protection' 'boxing-niimi	boxing.niimi.work, Spanish order labels' 'ceskyali	ceskyali.cz, a copy of buyer help in Czech' 'chadbrain	news.chadbrain, Italian order labels' 'checkdatetime	checkdatetime on China\'s days off in 2026, quoting the State Council' 'chinaparcel	chinaparcel.net on disputes' 'chinaparcel-payment	chinaparcel.net on payment' 'chinaparcel-refund	chinaparcel.net on refund steps' 'chinaparcel-wallets	chinaparcel.net on Russian wallets' 'coleco	blog.coleco.com.br, Portuguese order labels' 'everydaypaws	everydaypaws on disputes' 'evz	European Consumer Centre Germany: the right to withdraw' 'fflr	fflr.ru on confirming receipt' 'foit	foit.ru on order states (2021)' 'freegameguide	freegameguide.org, a copy of buyer help' 'freightcourse	freightcourse on orders that the seller cancels' 'gamevid	gamevid.ru on confirming receipt' 'gizmodo-uol	gizmodo.uol on paying in Brazil (2021)' 'goonggme	goonggme, Korean order labels (2024)' 'guide-aliexpress	guide-aliexpress.com on shipping and refunds' 'guide-aliexpress-48h	guide-aliexpress.com on sellers who do not answer' 'guides-2016	Guides up to 2016 on disputes' 'hb2b-appeal	hb2b on appeals, for sellers' 'hitno	A store\'s own text at hitno.com' 'holidays-library	The holidays library on China\'s public holidays of 2027 to 2040' 'howandroidhelp	howandroidhelp on unpaid orders' 'izvestia	Izvestia on closed accounts (2018-08-14)' 'mirrorinfo	mirrorinfo.online on cancelling' 'miorti	miorti.es, Spanish order labels' 'mobilkoy	mobilkoy on unpaid orders' 'mysku	mysku.club on order states' 'nextp	nextp.ru on AliExpress around the Spring Festival' 'oferal	oferal.com on cancelled orders' 'onecommerce	onecommerce.io on cancelling (2022)' 'orientdeck	orientdeck.com on unpaid orders' 'parcel-intelligence	An extension\'s assumption of the length of Buyer Protection' 'secretali	secretali.com on cancelling (2026-06-13)' 'sovetclub	sovetclub.ru on cancelling, protection and refunds' 'ssopdot-19333	ssopdot.com, seller guide to disputes' 'ssopdot-34226	ssopdot.com, seller guide to false tracking numbers' 'ssopdot-35242	ssopdot.com, seller guide to refunds' 'state-council	China\'s State Council on the days off of 2019 to 2026, as the holidays library cites it' 'thehuts	thehuts on how soon sellers answer' 'viws	viws.ru on disputes' 'womanishclub	womanishclub on the reasons of an unpaid order' 'xiaoniucw	xiaoniucw on how soon sellers answer'
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
        case import-format
            printf '%s\n' 'site-json	an order list, order, tracking or refund page as the site sends it (JSON, JSONP)' 'site-har	a browser\'s recording of order pages (HAR)' 'site-captures	answers of the site\'s order pages, captured by a script (JSON)' 'order-exporter	the CSV of the order exporter extension' 'shopper-csv	the CSV of the Shopper Inventory extension' 'shopper-json	items saved by the browser extension shopper inventory (JSON)' 'nrbrook-orders	the CSV of orders of nrbrook\'s order export' 'nrbrook-lines	the CSV of items of nrbrook\'s order export' 'andrew-melnyk	the file of andrew-melnyk\'s orders scrapper' 'chriskomus	the rows of chriskomus\' order exporter, saved as TSV' 'stoneddiscord	the list of stonedDiscord\'s script of 2020' 'privacy-export	the workbook of the data that AliExpress has about you' 'eml	an order mail (.eml, Maildir)' 'mbox	mailbox (.mbox)' 'saved-page	order list or order detail as a web page saved by the browser (HTML, MHTML)' 'paypal	PayPal activity or statement (CSV)' 'aliorder-json	an export of aliorder (JSON)' 'aliorder-csv	an export of aliorder (CSV)' 'table	any other table, by --column or --map'
        case export-format
            printf '%s\n' 'json	everything' 'csv	for a spreadsheet' 'ics	the deadlines for a calendar'
        case date-order
            printf '%s\n' 'dmy	22/11/2026' 'mdy	11/22/2026' 'ymd	2026/11/22'
        case decimal
            printf '%s\n' 'comma	1,50' 'point	1.50'
        case currency
            printf '%s\n' 'AED' 'AFN' 'ALL' 'AMD' 'ANG' 'AOA' 'ARS' 'AUD' 'AWG' 'AZN' 'BAM' 'BBD' 'BDT' 'BGN' 'BHD' 'BIF' 'BMD' 'BND' 'BOB' 'BRL' 'BSD' 'BTN' 'BWP' 'BYN' 'BZD' 'CAD' 'CDF' 'CHF' 'CLP' 'CNY' 'COP' 'CRC' 'CUP' 'CVE' 'CZK' 'DJF' 'DKK' 'DOP' 'DZD' 'EGP' 'ERN' 'ETB' 'EUR' 'FJD' 'FKP' 'GBP' 'GEL' 'GHS' 'GIP' 'GMD' 'GNF' 'GTQ' 'GYD' 'HKD' 'HNL' 'HTG' 'HUF' 'IDR' 'ILS' 'INR' 'IQD' 'IRR' 'ISK' 'JMD' 'JOD' 'JPY' 'KES' 'KGS' 'KHR' 'KMF' 'KPW' 'KRW' 'KWD' 'KYD' 'KZT' 'LAK' 'LBP' 'LKR' 'LRD' 'LSL' 'LYD' 'MAD' 'MDL' 'MGA' 'MKD' 'MMK' 'MNT' 'MOP' 'MRU' 'MUR' 'MVR' 'MWK' 'MXN' 'MYR' 'MZN' 'NAD' 'NGN' 'NIO' 'NOK' 'NPR' 'NZD' 'OMR' 'PAB' 'PEN' 'PGK' 'PHP' 'PKR' 'PLN' 'PYG' 'QAR' 'RON' 'RSD' 'RUB' 'RWF' 'SAR' 'SBD' 'SCR' 'SDG' 'SEK' 'SGD' 'SHP' 'SLE' 'SOS' 'SRD' 'SSP' 'STN' 'SVC' 'SYP' 'SZL' 'THB' 'TJS' 'TMT' 'TND' 'TOP' 'TRY' 'TTD' 'TWD' 'TZS' 'UAH' 'UGX' 'USD' 'UYU' 'UZS' 'VED' 'VES' 'VND' 'VUV' 'WST' 'XAF' 'XCD' 'XOF' 'XPF' 'YER' 'ZAR' 'ZMW' 'ZWG'
        case column
            printf '%s\n' 'order=	order number' 'order-title=	title of the whole order' 'status=	status of the order' 'store=	store' 'total=	total of the order' 'currency=	currency' 'payment=	way of paying' 'country=	country' 'tracking=	tracking number' 'note=	a note' 'line=	number of the order line' 'title=	title of the item' 'quantity=	number of pieces' 'price=	price of one piece' 'placed=	day of the order' 'paid=	day of the payment' 'payment-verified=	payment verified' 'expired=	payment time ran out' 'message-sent=	message to the seller sent' 'seller-answered=	the seller answered' 'cancel-requested=	cancellation requested' 'cancel-refused=	cancellation refused by the seller' 'cancel-accepted=	cancellation accepted by the seller' 'cancelled-by-buyer=	cancelled by you' 'cancelled-by-seller=	cancelled by the seller' 'cancelled-by-platform=	cancelled by AliExpress' 'part-shipped=	a part shipped' 'shipped=	day of shipping' 'delivery-failed=	delivery failed or cancelled' 'reshipped=	sent again' 'extension-asked=	longer protection asked for' 'delivery-refused=	parcel refused, on its way back' 'delivered=	day of delivery' 'receipt-confirmed=	receipt confirmed' 'dispute-opened=	dispute opened' 'dispute-refused=	dispute refused by the seller' 'dispute-agreed=	dispute agreed by the seller' 'dispute-won=	dispute won' 'dispute-lost=	dispute lost' 'dispute-cancelled=	dispute cancelled' 'appealed=	appealed' 'return-agreed=	return agreed' 'return-sent=	return posted' 'return-received=	return received by the seller' 'refund-started=	refund processed by AliExpress' 'bank-form-filled=	bank form filled in' 'payout-asked=	payout from the Alipay account asked for' 'refund-completed=	refund completed, says the site' 'refund-received=	day on which money came back' 'refund-chased=	asked where the refund is' 'claimed-outside=	claimed outside AliExpress' 'frozen=	frozen' 'unfrozen=	no longer frozen' 'pay-by=	time to pay ends' 'ship-by=	seller has to ship' 'deliver-by=	promised delivery' 'protection-until=	Buyer Protection ends' 'dispute-until=	last day for a dispute' 'return-by=	return posted and number entered'
        case list-columns
            printf '%s\n' 'order' 'alias' 'title' 'store' 'total' 'stage' 'action' 'placed' 'next_deadline' 'next_deadline.at' 'next_deadline.id' 'next_deadline.label' 'next_deadline.shown' 'next_deadline.days_left'
        case due-columns
            printf '%s\n' 'order' 'title' 'id' 'label' 'at' 'shown' 'days_left' 'level' 'action'
        case refunds-columns
            printf '%s\n' 'order' 'title' 'stage' 'action' 'overdue' 'days_left' 'refund.method' 'refund.amount' 'refund.basis' 'refund.counted_from' 'refund.counted_until' 'refund.earliest' 'refund.typical_from' 'refund.typical_until' 'refund.latest' 'refund.chase_from' 'refund.calendar' 'refund.fallback' 'refund.amounts.granted' 'refund.amounts.started' 'refund.amounts.received' 'refund.amounts.rest'
        case about
            printf '%s\n' 'ask-to-cancel	ask whether they would accept a cancellation' 'accept-cancellation	ask to accept the cancellation, and say why' 'change-order	ask to change colour, size, quantity or address' 'when-shipped	ask when it will be shipped' 'answer-refusal	answer a refusal, and ask again' 'proof-of-posting	ask for a tracking number and proof of posting' 'where-is-it	ask where the parcel is' 'extend-protection	ask to extend Buyer Protection' 'refuse-delivery	ask to stop the parcel, or to refuse it at the door' 'report-problem	say what is wrong with the goods' 'partial-refund	propose to keep the goods for a part of the price' 'take-back	ask whether they take the goods back' 'remind	remind of a message without an answer' 'no-outside-deal	decline to cancel the dispute for money outside AliExpress' 'dispute	text for the dispute form' 'appeal	text for an appeal' 'support	text for customer support' 'ask-arn	ask customer support for the reference of a refund (ARN)' 'trace-refund	ask your bank or payment service to look for a refund' 'outside-claim	dispute the payment at your bank or PayPal' 'own-customer	answer your own customer, who asks for a refund'
        case message-language
            printf '%s\n' 'de	German' 'en	English' 'es	Spanish' 'fr	French' 'pt	Portuguese' 'ru	Russian' 'zh	Chinese'
        case evidence-kind
            printf '%s\n' 'photo	photo' 'video	video' 'packing	packing and label' 'listing	the item as it was offered' 'order-page	order page' 'tracking	tracking page' 'carrier	carrier\'s statement' 'chat	chat with the seller' 'payment	proof of payment' 'address	proof of address' 'posting	proof of posting' 'refund-page	refund page' 'statement	account statement' 'other	other file'
        case case
            printf '%s\n' 'not-received	not received' 'tracking-invalid	tracking number not valid' 'defective	defective or damaged' 'not-as-described	not as described' 'wrong-goods	wrong goods sent' 'cancellation	order to be cancelled' 'return	goods sent back' 'refund	refund not received'
        case setting
            printf '%s\n' 'country	e.g. DE' 'time_zone	e.g. Europe/Berlin' 'payment	e.g. visa' 'color	e.g. never' 'language	e.g. en' 'message_language	e.g. zh'
        case language
            printf '%s\n' 'en	English'
        case shell
            printf '%s\n' 'bash' 'zsh' 'fish' 'powershell'
        case schema
            printf '%s\n' 'advice-list' 'advice' 'backups' 'config' 'due' 'evidence' 'explain' 'export' 'history' 'import' 'list' 'message' 'messages' 'order' 'paths' 'payments' 'plan' 'policy-check' 'policy' 'reasons' 'refund' 'refunds' 'sources' 'verdict'
        case evidence-command
            printf '%s\n' 'add	Keep copies of files as evidence of an order' 'list	The evidence of an order, and what is still missing' 'edit	Say anew what a piece of evidence is and shows' 'open	Show a piece of evidence with the program for it' 'remove	Forget evidence of an order; undo brings it back' 'export	Put all of it into one zip: a page to read, and files' 'verify	Check a dossier against its own list, and show its seal'
        case config-command
            printf '%s\n' 'show	Each setting, its value, and where that comes from' 'set	Set something for every command, in your settings file' 'unset	Take a setting out of your settings file, or a key that is no setting' 'path	Where your settings file is, or would be'
        case policy-command
            printf '%s\n' 'show	The figures that hold today, yours among them; one in full' 'check	What in the figures is worth a second look' 'sources	Where it all was read, and when; of one source, what rests on it'
        case topic
            printf '%s\n' 'dates	How days, moments and spans are written and counted.' 'events	What can happen to an order, and the deadlines of its page.' 'messages	What to write to whom, in which language, in your words.' 'policy	The figures behind the advice, and where they were read' 'scripting	Output, JSON, exit codes and variables, for scripts.' 'values	The words that options take: stages, actions, whys and more.' 'advise	What to do now, by when, how, and when the money will be back' 'explain	Why aliorder advises what it does: rules, figures, sources' 'plan	The road ahead: what to do from which day on' 'reasons	The true reasons for a situation, the least costly first' 'add	Keep an order with what is known about it' 'edit	Change a kept order' 'record	Note that something happened to a kept order' 'remove	Forget a kept order' 'list	The kept orders, soonest deadline first' 'show	All that is known about a kept order' 'history	The life of an order: what happened, which deadlines lie ahead' 'message	What to write to the seller, AliExpress or your bank' 'evidence	What proves your case: files, checklist, dossier' 'note	Write a note to a kept order' 'due	The deadlines of all open orders, overdue ones on top' 'refunds	The money on its way to you, overdue refunds first' 'refund	When the money will be back, by a method or for a kept order' 'payments	The payment methods, and how long a refund takes by each' 'import	Take in orders from files: the site\'s, mails, tables' 'export	Write the kept orders to a file: json, csv or ics' 'undo	Take back the last change; again, the one before' 'backup	Copy all orders, with what undo needs, into one file' 'restore	Put back all orders as a backup holds them' 'config	Your settings: country, clock and more' 'paths	Where aliorder keeps what it knows' 'wipe	Delete all that aliorder keeps' 'completion	Let your shell complete commands, values and your orders' 'schema	The JSON Schema of a document that aliorder prints' 'help	Help on a topic or a command'
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
            case --now --home --color --event --deadline --why --payment --site-status --parcel --coupon --total --title --store --alias --item --country --tracking --note --stage --drop-event --clear --on --amount --text --action --due-within --columns --about --lang --beside --details --arn --kind --shows --for --ask --name --within --ics --method --from --format --seen --date-order --decimal --currency --encoding --order --column --map --only
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
    if contains -- "$name" evidence config policy; and set -q words[1]
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
        case setting-value/country
            __aliorder_list country
        case setting-value/payment
            __aliorder_list payment
        case setting-value/color
            __aliorder_list color
        case setting-value/message_language
            __aliorder_list message-language
        case setting-value/language
            __aliorder_list language
        case command-within/evidence
            __aliorder_list evidence-command
        case command-within/config
            __aliorder_list config-command
        case command-within/policy
            __aliorder_list policy-command
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
            case --now --home --color
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
complete -c aliorder -n '__aliorder_at ""' -a advise -d 'What to do now, by when, how, and when the money will be back'
complete -c aliorder -n '__aliorder_at ""' -a explain -d 'Why aliorder advises what it does: rules, figures, sources'
complete -c aliorder -n '__aliorder_at ""' -a plan -d 'The road ahead: what to do from which day on'
complete -c aliorder -n '__aliorder_at ""' -a reasons -d 'The true reasons for a situation, the least costly first'
complete -c aliorder -n '__aliorder_at ""' -a add -d 'Keep an order with what is known about it'
complete -c aliorder -n '__aliorder_at ""' -a edit -d 'Change a kept order'
complete -c aliorder -n '__aliorder_at ""' -a record -d 'Note that something happened to a kept order'
complete -c aliorder -n '__aliorder_at ""' -a remove -d 'Forget a kept order'
complete -c aliorder -n '__aliorder_at ""' -a list -d 'The kept orders, soonest deadline first'
complete -c aliorder -n '__aliorder_at ""' -a show -d 'All that is known about a kept order'
complete -c aliorder -n '__aliorder_at ""' -a history -d 'The life of an order: what happened, which deadlines lie ahead'
complete -c aliorder -n '__aliorder_at ""' -a message -d 'What to write to the seller, AliExpress or your bank'
complete -c aliorder -n '__aliorder_at ""' -a evidence -d 'What proves your case: files, checklist, dossier'
complete -c aliorder -n '__aliorder_at ""' -a note -d 'Write a note to a kept order'
complete -c aliorder -n '__aliorder_at ""' -a due -d 'The deadlines of all open orders, overdue ones on top'
complete -c aliorder -n '__aliorder_at ""' -a refunds -d 'The money on its way to you, overdue refunds first'
complete -c aliorder -n '__aliorder_at ""' -a refund -d 'When the money will be back, by a method or for a kept order'
complete -c aliorder -n '__aliorder_at ""' -a payments -d 'The payment methods, and how long a refund takes by each'
complete -c aliorder -n '__aliorder_at ""' -a import -d 'Take in orders from files: the site\'s, mails, tables'
complete -c aliorder -n '__aliorder_at ""' -a export -d 'Write the kept orders to a file: json, csv or ics'
complete -c aliorder -n '__aliorder_at ""' -a undo -d 'Take back the last change; again, the one before'
complete -c aliorder -n '__aliorder_at ""' -a backup -d 'Copy all orders, with what undo needs, into one file'
complete -c aliorder -n '__aliorder_at ""' -a restore -d 'Put back all orders as a backup holds them'
complete -c aliorder -n '__aliorder_at ""' -a config -d 'Your settings: country, clock and more'
complete -c aliorder -n '__aliorder_at ""' -a policy -d 'The figures behind the advice, and where they were read'
complete -c aliorder -n '__aliorder_at ""' -a paths -d 'Where aliorder keeps what it knows'
complete -c aliorder -n '__aliorder_at ""' -a wipe -d 'Delete all that aliorder keeps'
complete -c aliorder -n '__aliorder_at ""' -a completion -d 'Let your shell complete commands, values and your orders'
complete -c aliorder -n '__aliorder_at ""' -a schema -d 'The JSON Schema of a document that aliorder prints'
complete -c aliorder -n '__aliorder_at ""' -a help -d 'Help on a topic or a command'
complete -c aliorder -n '__aliorder_at ""' -l now -x -a '(__aliorder_list day)' -d 'Take this for now; a day means its noon'
complete -c aliorder -n '__aliorder_at ""' -l home -x -a '(__fish_complete_directories)' -d 'Keep all state there'
complete -c aliorder -n '__aliorder_at ""' -l no-input -d 'Never ask; fail instead'
complete -c aliorder -n '__aliorder_at ""' -l no-policy-file -d 'Leave your own policy.toml aside'
complete -c aliorder -n '__aliorder_at ""' -l no-pager -d 'Print long text at once, not page by page'
complete -c aliorder -n '__aliorder_at ""' -l color -x -a '(__aliorder_list color)' -d 'When to use colour; auto if it is not set'
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
complete -c aliorder -n '__aliorder_at advise' -l country -x -a '(__aliorder_list country)' -d 'Your country, ISO 3166, e.g'
complete -c aliorder -n '__aliorder_at advise' -l tracking -x -d 'The tracking number'
complete -c aliorder -n '__aliorder_at advise' -l note -x -d 'A note of yours'
complete -c aliorder -n '__aliorder_at advise' -s h -l help -d 'Show this message and exit'
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
complete -c aliorder -n '__aliorder_at explain' -l country -x -a '(__aliorder_list country)' -d 'Your country, ISO 3166, e.g'
complete -c aliorder -n '__aliorder_at explain' -l tracking -x -d 'The tracking number'
complete -c aliorder -n '__aliorder_at explain' -l note -x -d 'A note of yours'
complete -c aliorder -n '__aliorder_at explain' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at plan' -l json -d 'Print JSON (schema aliorder.plan/1)'
complete -c aliorder -n '__aliorder_at plan' -l event -x -a '(__aliorder_pairs event when)' -d 'Something that happened, e.g. paid=yesterday'
complete -c aliorder -n '__aliorder_at plan' -l deadline -x -a '(__aliorder_pairs deadline any)' -d 'A deadline shown on the page, e.g. ship-by=+2d5h'
complete -c aliorder -n '__aliorder_at plan' -l why -x -a '(__aliorder_list why)' -d 'Your true situation, e.g. not-needed (see `reasons`)'
complete -c aliorder -n '__aliorder_at plan' -l payment -x -a '(__aliorder_list payment)' -d 'How it was paid (see `payments`)'
complete -c aliorder -n '__aliorder_at plan' -l site-status -x -d 'The status that the order page shows now'
complete -c aliorder -n '__aliorder_at plan' -l cancel-button -d 'Does the page show a Cancel button?'
complete -c aliorder -n '__aliorder_at plan' -l no-cancel-button -d 'Does the page show a Cancel button?'
complete -c aliorder -n '__aliorder_at plan' -l free-return -d 'Has the item the Free Return badge?'
complete -c aliorder -n '__aliorder_at plan' -l no-free-return -d 'Has the item the Free Return badge?'
complete -c aliorder -n '__aliorder_at plan' -l keep -d 'Do you want to keep the goods?'
complete -c aliorder -n '__aliorder_at plan' -l no-keep -d 'Do you want to keep the goods?'
complete -c aliorder -n '__aliorder_at plan' -l parcel -x -a '(__aliorder_list parcel)' -d 'What the tracking says: unknown, moving, stuck, invalid, elsewhere'
complete -c aliorder -n '__aliorder_at plan' -l coupon -x -a '(__aliorder_list coupon)' -d 'The coupon used: none, platform, store, code, select'
complete -c aliorder -n '__aliorder_at plan' -l total -x -d 'What was paid'
complete -c aliorder -n '__aliorder_at plan' -l title -x -d 'What was ordered, in your words'
complete -c aliorder -n '__aliorder_at plan' -l store -x -d 'The seller\'s store'
complete -c aliorder -n '__aliorder_at plan' -l alias -x -d 'Your own short name for the order'
complete -c aliorder -n '__aliorder_at plan' -l item -x -d 'A line of the order'
complete -c aliorder -n '__aliorder_at plan' -l country -x -a '(__aliorder_list country)' -d 'Your country, ISO 3166, e.g'
complete -c aliorder -n '__aliorder_at plan' -l tracking -x -d 'The tracking number'
complete -c aliorder -n '__aliorder_at plan' -l note -x -d 'A note of yours'
complete -c aliorder -n '__aliorder_at plan' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at reasons' -l stage -x -a '(__aliorder_list stage)' -d 'The stage of the order'
complete -c aliorder -n '__aliorder_at reasons' -l why -x -a '(__aliorder_list why)' -d 'Your true situation'
complete -c aliorder -n '__aliorder_at reasons' -l json -d 'Print JSON (schema aliorder.reasons/1)'
complete -c aliorder -n '__aliorder_at reasons' -s h -l help -d 'Show this message and exit'
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
complete -c aliorder -n '__aliorder_at add' -l country -x -a '(__aliorder_list country)' -d 'Your country, ISO 3166, e.g'
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
complete -c aliorder -n '__aliorder_at edit' -l country -x -a '(__aliorder_list country)' -d 'Your country, ISO 3166, e.g'
complete -c aliorder -n '__aliorder_at edit' -l tracking -x -d 'The tracking number'
complete -c aliorder -n '__aliorder_at edit' -l note -x -d 'A note of yours'
complete -c aliorder -n '__aliorder_at edit' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at record' -l on -x -a '(__aliorder_list when)' -d 'When it happened; without it, now for what you do or read, else today'
complete -c aliorder -n '__aliorder_at record' -l amount -x -d 'A part of the total, for refunds'
complete -c aliorder -n '__aliorder_at record' -l text -x -d 'What was written, word for word'
complete -c aliorder -n '__aliorder_at record' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at remove' -s y -l yes -d 'Do not ask'
complete -c aliorder -n '__aliorder_at remove' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at list' -l stage -x -a '(__aliorder_list stage)' -d 'Only orders in this stage'
complete -c aliorder -n '__aliorder_at list' -l action -x -a '(__aliorder_list action)' -d 'Only orders with this advice'
complete -c aliorder -n '__aliorder_at list' -l open -d 'Only orders that need something or somebody'
complete -c aliorder -n '__aliorder_at list' -l due-within -x -d 'Only orders with a deadline within so many days, e.g. 7d'
complete -c aliorder -n '__aliorder_at list' -l columns -x -a '(__aliorder_joined list-columns)' -d 'Only these, with commas between them'
complete -c aliorder -n '__aliorder_at list' -l json -d 'Print JSON (schema aliorder.list/1)'
complete -c aliorder -n '__aliorder_at list' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at show' -l json -d 'Print JSON (schema aliorder.order/1)'
complete -c aliorder -n '__aliorder_at show' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at history' -l json -d 'Print JSON (schema aliorder.history/1)'
complete -c aliorder -n '__aliorder_at history' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at message' -l about -x -a '(__aliorder_list about)' -d 'What it is for; without it, what is advised now'
complete -c aliorder -n '__aliorder_at message' -l lang -x -a '(__aliorder_list message-language)' -d 'Its language, e.g. zh; English without it'
complete -c aliorder -n '__aliorder_at message' -l beside -x -a '(__aliorder_list message-language)' -d 'The same once more, in your language'
complete -c aliorder -n '__aliorder_at message' -l details -x -d 'In your own words: what is wrong, what to change'
complete -c aliorder -n '__aliorder_at message' -l amount -x -d 'What you ask for, e.g. 5.00 USD'
complete -c aliorder -n '__aliorder_at message' -l arn -x -d 'The reference of a refund'
complete -c aliorder -n '__aliorder_at message' -l copy -d 'Put it on the clipboard, too'
complete -c aliorder -n '__aliorder_at message' -l sent -d 'Note that you have sent it just now'
complete -c aliorder -n '__aliorder_at message' -l list -d 'List the kinds and the languages'
complete -c aliorder -n '__aliorder_at message' -l json -d 'Print JSON (schema aliorder.message/1; with --list, aliorder.messages/1)'
complete -c aliorder -n '__aliorder_at message' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at evidence' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "evidence add"' -l kind -x -a '(__aliorder_list evidence-kind)' -d 'What it is, e.g. photo, chat, tracking'
complete -c aliorder -n '__aliorder_at "evidence add"' -l shows -x -d 'What it shows, in your words'
complete -c aliorder -n '__aliorder_at "evidence add"' -l on -x -a '(__aliorder_list when)' -d 'When that was'
complete -c aliorder -n '__aliorder_at "evidence add"' -l for -x -a '(__aliorder_list case)' -d 'What it helps to prove; without it, anything'
complete -c aliorder -n '__aliorder_at "evidence add"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "evidence list"' -l for -x -a '(__aliorder_list case)' -d 'Check against this, not what the order tells'
complete -c aliorder -n '__aliorder_at "evidence list"' -l json -d 'Print JSON (schema aliorder.evidence/1)'
complete -c aliorder -n '__aliorder_at "evidence list"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "evidence edit"' -l kind -x -a '(__aliorder_list evidence-kind)' -d 'What it is, e.g. photo, chat, tracking'
complete -c aliorder -n '__aliorder_at "evidence edit"' -l shows -x -d 'What it shows, in your words'
complete -c aliorder -n '__aliorder_at "evidence edit"' -l on -x -a '(__aliorder_list when)' -d 'When that was'
complete -c aliorder -n '__aliorder_at "evidence edit"' -l for -x -a '(__aliorder_list case)' -d 'What it helps to prove; without it, anything'
complete -c aliorder -n '__aliorder_at "evidence edit"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "evidence open"' -l path -d 'Print where it lies, and open nothing'
complete -c aliorder -n '__aliorder_at "evidence open"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "evidence remove"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "evidence export"' -l details -x -d 'What is wrong, in your own words'
complete -c aliorder -n '__aliorder_at "evidence export"' -l ask -x -d 'What you ask for, in your own sentence'
complete -c aliorder -n '__aliorder_at "evidence export"' -l amount -x -d 'How much you ask for, e.g. 5.00 USD'
complete -c aliorder -n '__aliorder_at "evidence export"' -l name -x -d 'Your name, to stand on the page'
complete -c aliorder -n '__aliorder_at "evidence export"' -l for -x -a '(__aliorder_list case)' -d 'What it has to prove'
complete -c aliorder -n '__aliorder_at "evidence export"' -l leave-out -d 'Leave out files that are gone or changed, and say so in it'
complete -c aliorder -n '__aliorder_at "evidence export"' -l force -d 'Replace an older dossier'
complete -c aliorder -n '__aliorder_at "evidence export"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "evidence verify"' -l json -d 'Print JSON (schema aliorder.verdict/1)'
complete -c aliorder -n '__aliorder_at "evidence verify"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at note' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at due' -l within -x -d 'Only what is due within so many days, e.g. 7d, and overdue'
complete -c aliorder -n '__aliorder_at due' -l ics -r -F -d 'Write a calendar file instead; - is standard output'
complete -c aliorder -n '__aliorder_at due' -l exit-code -d 'End with 1 where nothing is due'
complete -c aliorder -n '__aliorder_at due' -l columns -x -a '(__aliorder_joined due-columns)' -d 'Only these, with commas between them'
complete -c aliorder -n '__aliorder_at due' -l json -d 'Print JSON (schema aliorder.due/1)'
complete -c aliorder -n '__aliorder_at due' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at refunds' -l overdue -d 'Only those whose last day is over'
complete -c aliorder -n '__aliorder_at refunds' -l exit-code -d 'End with 1 if there are none'
complete -c aliorder -n '__aliorder_at refunds' -l columns -x -a '(__aliorder_joined refunds-columns)' -d 'Only these, with commas between them'
complete -c aliorder -n '__aliorder_at refunds' -l json -d 'Print JSON (schema aliorder.refunds/1)'
complete -c aliorder -n '__aliorder_at refunds' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at refund' -l method -x -a '(__aliorder_list payment)' -d 'How it was paid (see `payments`)'
complete -c aliorder -n '__aliorder_at refund' -l from -x -a '(__aliorder_list day)' -d 'The day on which the method\'s clock starts'
complete -c aliorder -n '__aliorder_at refund' -l country -x -a '(__aliorder_list country)' -d 'Your country, ISO 3166'
complete -c aliorder -n '__aliorder_at refund' -l json -d 'Print JSON (schema aliorder.refund/1)'
complete -c aliorder -n '__aliorder_at refund' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at payments' -l json -d 'Print JSON (schema aliorder.payments/1)'
complete -c aliorder -n '__aliorder_at payments' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at import' -l dry-run -d 'Say what would be new and what would change; change nothing'
complete -c aliorder -n '__aliorder_at import' -l format -x -a '(__aliorder_list import-format)' -d 'Read the files as this (--formats lists them)'
complete -c aliorder -n '__aliorder_at import' -l formats -d 'List the formats that can be read'
complete -c aliorder -n '__aliorder_at import' -l seen -x -a '(__aliorder_list day)' -d 'When the files were saved, where they do not say it'
complete -c aliorder -n '__aliorder_at import' -l date-order -x -a '(__aliorder_list date-order)' -d 'How dates in figures are written'
complete -c aliorder -n '__aliorder_at import' -l decimal -x -a '(__aliorder_list decimal)' -d 'The decimal mark of amounts'
complete -c aliorder -n '__aliorder_at import' -l currency -x -a '(__aliorder_list currency)' -d 'The currency of amounts that name none'
complete -c aliorder -n '__aliorder_at import' -l encoding -x -d 'The encoding of the text, e.g. cp1252; else UTF-8'
complete -c aliorder -n '__aliorder_at import' -l trust-numbers -d 'Take order numbers that end in zeros as they stand'
complete -c aliorder -n '__aliorder_at import' -l order -x -k -a '(__aliorder_kept orders)' -d 'What names no order is about this one'
complete -c aliorder -n '__aliorder_at import' -l column -x -a '(__aliorder_pairs column any)' -d 'Which column holds a fact: order, placed, status, title, total …'
complete -c aliorder -n '__aliorder_at import' -l map -x -k -a '(__aliorder_kept maps)' -d 'The name of a column map, to use or to save'
complete -c aliorder -n '__aliorder_at import' -l keep-raw -d 'Keep the files whole, addresses and all, to read them again later'
complete -c aliorder -n '__aliorder_at import' -l reparse -d 'Read all files again that were kept whole'
complete -c aliorder -n '__aliorder_at import' -l json -d 'Print JSON (schema aliorder.import/1)'
complete -c aliorder -n '__aliorder_at import' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at export' -l format -x -a '(__aliorder_list export-format)' -d 'The format, where the name of FILE does not tell it'
complete -c aliorder -n '__aliorder_at export' -l stage -x -a '(__aliorder_list stage)' -d 'Only orders in this stage'
complete -c aliorder -n '__aliorder_at export' -l action -x -a '(__aliorder_list action)' -d 'Only orders with this advice'
complete -c aliorder -n '__aliorder_at export' -l open -d 'Only orders that need something or somebody'
complete -c aliorder -n '__aliorder_at export' -l due-within -x -d 'Only orders with a deadline within so many days, e.g. 7d'
complete -c aliorder -n '__aliorder_at export' -l plain -d 'CSV for programs: every text as it is, open to what a spreadsheet makes of it'
complete -c aliorder -n '__aliorder_at export' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at undo' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at backup' -l list -d 'List the backups in that folder instead'
complete -c aliorder -n '__aliorder_at backup' -l json -d 'With --list, print JSON (schema aliorder.backups/1)'
complete -c aliorder -n '__aliorder_at backup' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at restore' -s y -l yes -d 'Do not ask'
complete -c aliorder -n '__aliorder_at restore' -l dry-run -d 'Say what would change, and change nothing'
complete -c aliorder -n '__aliorder_at restore' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at config' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "config show"' -l json -d 'Print JSON (schema aliorder.config/1)'
complete -c aliorder -n '__aliorder_at "config show"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "config set"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "config unset"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "config path"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at policy' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "policy show"' -l json -d 'Print JSON (schema aliorder.policy/1)'
complete -c aliorder -n '__aliorder_at "policy show"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "policy check"' -l only -x -a '(__aliorder_list finding)' -d 'Only one kind: stale, overridden, quarrelling, weak'
complete -c aliorder -n '__aliorder_at "policy check"' -l exit-code -d 'End with 1 if nothing was found'
complete -c aliorder -n '__aliorder_at "policy check"' -l json -d 'Print JSON (schema aliorder.policy-check/1)'
complete -c aliorder -n '__aliorder_at "policy check"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at "policy sources"' -l json -d 'Print JSON (schema aliorder.sources/1)'
complete -c aliorder -n '__aliorder_at "policy sources"' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at paths' -l json -d 'Print JSON (schema aliorder.paths/1)'
complete -c aliorder -n '__aliorder_at paths' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at wipe' -s y -l yes -d 'Do not ask'
complete -c aliorder -n '__aliorder_at wipe' -l dry-run -d 'List what would be deleted, and delete nothing'
complete -c aliorder -n '__aliorder_at wipe' -l settings -d 'Delete the settings, the policy, the column maps and your texts, too'
complete -c aliorder -n '__aliorder_at wipe' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at completion' -l install -d 'Put it where the shell looks'
complete -c aliorder -n '__aliorder_at completion' -l uninstall -d 'Take back what --install did'
complete -c aliorder -n '__aliorder_at completion' -s y -l yes -d 'Do not ask before a line is added'
complete -c aliorder -n '__aliorder_at completion' -l dry-run -d 'Show what would be done, and do nothing'
complete -c aliorder -n '__aliorder_at completion' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at schema' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at help' -s h -l help -d 'Show this message and exit'
complete -c aliorder -n '__aliorder_at advise 0' -k -a '(__aliorder_kept open-orders)'
complete -c aliorder -n '__aliorder_at explain 0' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at plan 0' -k -a '(__aliorder_kept open-orders)'
complete -c aliorder -n '__aliorder_at edit 0' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at record 0' -k -a '(__aliorder_kept open-orders)'
complete -c aliorder -n '__aliorder_at record 1' -a '(__aliorder_list kind)'
complete -c aliorder -n '__aliorder_at remove 0' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at show 0' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at history 0' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at message 0' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at evidence 0' -a '(__aliorder_list evidence-command)'
complete -c aliorder -n '__aliorder_at "evidence add"' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at "evidence add"' -F
complete -c aliorder -n '__aliorder_at "evidence list" 0' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at "evidence edit" 0' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at "evidence open" 0' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at "evidence remove"' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at "evidence export" 0' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at "evidence export" 1' -F
complete -c aliorder -n '__aliorder_at "evidence verify" 0' -F
complete -c aliorder -n '__aliorder_at note' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at refund 0' -k -a '(__aliorder_kept orders)'
complete -c aliorder -n '__aliorder_at import' -F
complete -c aliorder -n '__aliorder_at export 0' -F
complete -c aliorder -n '__aliorder_at backup 0' -F
complete -c aliorder -n '__aliorder_at restore 0' -F -a 'latest (__aliorder_kept backups)'
complete -c aliorder -n '__aliorder_at config 0' -a '(__aliorder_list config-command)'
complete -c aliorder -n '__aliorder_at "config show" 0' -a '(__aliorder_list setting)'
complete -c aliorder -n '__aliorder_at "config set" 0' -a '(__aliorder_list setting)'
complete -c aliorder -n '__aliorder_at "config set" 1' -a '(__aliorder_by_argument setting-value)'
complete -c aliorder -n '__aliorder_at "config unset" 0' -a '(__aliorder_list setting)'
complete -c aliorder -n '__aliorder_at policy 0' -a '(__aliorder_list policy-command)'
complete -c aliorder -n '__aliorder_at "policy show" 0' -a '(__aliorder_list figure)'
complete -c aliorder -n '__aliorder_at "policy sources" 0' -a '(__aliorder_list source)'
complete -c aliorder -n '__aliorder_at completion 0' -a '(__aliorder_list shell)'
complete -c aliorder -n '__aliorder_at schema 0' -a '(__aliorder_list schema)'
complete -c aliorder -n '__aliorder_at help 0' -a '(__aliorder_list topic)'
complete -c aliorder -n '__aliorder_at help 1' -a '(__aliorder_by_argument command-within)'
