# Completion of aliorder in PowerShell. Made by .ci/make_completions.py; changes belong there.

Register-ArgumentCompleter -Native -CommandName aliorder -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $lists = @{
        'commands' = @(
            , @('advise', 'What to do now, by when, how, and when the money will be back')
            , @('explain', 'Why aliorder advises what it does: rules, figures, sources')
            , @('plan', 'The road ahead: what to do from which day on')
            , @('reasons', 'The true reasons for a situation, the least costly first')
            , @('add', 'Keep an order with what is known about it')
            , @('edit', 'Change a kept order')
            , @('record', 'Note that something happened to a kept order')
            , @('remove', 'Forget a kept order')
            , @('list', 'The kept orders, soonest deadline first')
            , @('show', 'All that is known about a kept order')
            , @('history', 'The life of an order: what happened, which deadlines lie ahead')
            , @('message', 'What to write to the seller, AliExpress or your bank')
            , @('evidence', 'What proves your case: files, checklist, dossier')
            , @('note', 'Write a note to a kept order')
            , @('due', 'The deadlines of all open orders, overdue ones on top')
            , @('refunds', 'The money on its way to you, overdue refunds first')
            , @('refund', 'When the money will be back, by a method or for a kept order')
            , @('payments', 'The payment methods, and how long a refund takes by each')
            , @('import', 'Take in orders from files: the site''s, mails, tables')
            , @('export', 'Write the kept orders to a file: json, csv or ics')
            , @('undo', 'Take back the last change; again, the one before')
            , @('backup', 'Copy all orders, with what undo needs, into one file')
            , @('restore', 'Put back all orders as a backup holds them')
            , @('config', 'Your settings: country, clock and more')
            , @('policy', 'The figures behind the advice, and where they were read')
            , @('paths', 'Where aliorder keeps what it knows')
            , @('wipe', 'Delete all that aliorder keeps')
            , @('completion', 'Let your shell complete commands, values and your orders')
            , @('schema', 'The JSON Schema of a document that aliorder prints')
            , @('help', 'Help on a topic or a command')
        )
        'event' = @(
            , @('placed=', 'order placed')
            , @('paid=', 'paid')
            , @('payment-verified=', 'payment verified')
            , @('expired=', 'payment time ran out')
            , @('message-sent=', 'message to the seller sent')
            , @('seller-answered=', 'the seller answered')
            , @('cancel-requested=', 'cancellation requested')
            , @('cancel-refused=', 'cancellation refused by the seller')
            , @('cancel-accepted=', 'cancellation accepted by the seller')
            , @('cancelled-by-buyer=', 'cancelled by you')
            , @('cancelled-by-seller=', 'cancelled by the seller')
            , @('cancelled-by-platform=', 'cancelled by AliExpress')
            , @('part-shipped=', 'a part shipped')
            , @('shipped=', 'shipped')
            , @('delivery-failed=', 'delivery failed or cancelled')
            , @('reshipped=', 'sent again')
            , @('extension-asked=', 'longer protection asked for')
            , @('delivery-refused=', 'parcel refused, on its way back')
            , @('delivered=', 'delivered')
            , @('receipt-confirmed=', 'receipt confirmed')
            , @('dispute-opened=', 'dispute opened')
            , @('dispute-refused=', 'dispute refused by the seller')
            , @('dispute-agreed=', 'dispute agreed by the seller')
            , @('dispute-won=', 'dispute won')
            , @('dispute-lost=', 'dispute lost')
            , @('dispute-cancelled=', 'dispute cancelled')
            , @('appealed=', 'appealed')
            , @('return-agreed=', 'return agreed')
            , @('return-sent=', 'return posted')
            , @('return-received=', 'return received by the seller')
            , @('refund-started=', 'refund processed by AliExpress')
            , @('bank-form-filled=', 'bank form filled in')
            , @('payout-asked=', 'payout from the Alipay account asked for')
            , @('refund-completed=', 'refund completed, says the site')
            , @('refund-received=', 'refund received')
            , @('refund-chased=', 'asked where the refund is')
            , @('claimed-outside=', 'claimed outside AliExpress')
            , @('frozen=', 'frozen')
            , @('unfrozen=', 'no longer frozen')
        )
        'deadline' = @(
            , @('pay-by=', 'time to pay ends')
            , @('ship-by=', 'seller has to ship')
            , @('deliver-by=', 'promised delivery')
            , @('protection-until=', 'Buyer Protection ends')
            , @('dispute-until=', 'last day for a dispute')
            , @('return-by=', 'return posted and number entered')
        )
        'kind' = @(
            , @('placed', 'order placed')
            , @('paid', 'paid')
            , @('payment-verified', 'payment verified')
            , @('expired', 'payment time ran out')
            , @('message-sent', 'message to the seller sent')
            , @('seller-answered', 'the seller answered')
            , @('cancel-requested', 'cancellation requested')
            , @('cancel-refused', 'cancellation refused by the seller')
            , @('cancel-accepted', 'cancellation accepted by the seller')
            , @('cancelled-by-buyer', 'cancelled by you')
            , @('cancelled-by-seller', 'cancelled by the seller')
            , @('cancelled-by-platform', 'cancelled by AliExpress')
            , @('part-shipped', 'a part shipped')
            , @('shipped', 'shipped')
            , @('delivery-failed', 'delivery failed or cancelled')
            , @('reshipped', 'sent again')
            , @('extension-asked', 'longer protection asked for')
            , @('delivery-refused', 'parcel refused, on its way back')
            , @('delivered', 'delivered')
            , @('receipt-confirmed', 'receipt confirmed')
            , @('dispute-opened', 'dispute opened')
            , @('dispute-refused', 'dispute refused by the seller')
            , @('dispute-agreed', 'dispute agreed by the seller')
            , @('dispute-won', 'dispute won')
            , @('dispute-lost', 'dispute lost')
            , @('dispute-cancelled', 'dispute cancelled')
            , @('appealed', 'appealed')
            , @('return-agreed', 'return agreed')
            , @('return-sent', 'return posted')
            , @('return-received', 'return received by the seller')
            , @('refund-started', 'refund processed by AliExpress')
            , @('bank-form-filled', 'bank form filled in')
            , @('payout-asked', 'payout from the Alipay account asked for')
            , @('refund-completed', 'refund completed, says the site')
            , @('refund-received', 'refund received')
            , @('refund-chased', 'asked where the refund is')
            , @('claimed-outside', 'claimed outside AliExpress')
            , @('frozen', 'frozen')
            , @('unfrozen', 'no longer frozen')
        )
        'field' = @(
            , @('title', 'title')
            , @('alias', 'alias')
            , @('store', 'store')
            , @('item', 'item')
            , @('total', 'total')
            , @('payment', 'payment')
            , @('country', 'country')
            , @('coupon', 'coupon')
            , @('free-return', 'free-return')
            , @('cancel-button', 'cancel-button')
            , @('keep', 'keep')
            , @('site-status', 'site-status')
            , @('tracking', 'tracking')
            , @('parcel', 'parcel')
            , @('why', 'why')
            , @('note', 'note')
            , @('pay-by', 'pay-by')
            , @('ship-by', 'ship-by')
            , @('deliver-by', 'deliver-by')
            , @('protection-until', 'protection-until')
            , @('dispute-until', 'dispute-until')
            , @('return-by', 'return-by')
        )
        'why' = @(
            , @('not-needed', 'I do not need it any more, or have doubts')
            , @('wrong-item', 'I ordered the wrong thing')
            , @('duplicate', 'I ordered it twice')
            , @('change-details', 'I want another colour, size or quantity')
            , @('change-address', 'The address is wrong')
            , @('change-coupon', 'I want to use another coupon')
            , @('change-shipping', 'I want another shipping method')
            , @('cheaper-elsewhere', 'It is cheaper elsewhere')
            , @('payment-problem', 'There was trouble with the payment')
            , @('other', 'Another reason of my own')
            , @('slow-seller', 'The seller takes too long to ship')
            , @('out-of-stock', 'The seller says it is out of stock')
            , @('price-raised', 'The seller wants more money')
            , @('cannot-ship', 'The seller cannot ship it the way I chose')
            , @('seller-silent', 'The seller does not answer')
            , @('seller-asks', 'The seller asks me to cancel')
            , @('not-received', 'It has not arrived')
            , @('tracking-invalid', 'The tracking number is false or missing')
            , @('defective', 'It is broken or does not work')
            , @('not-as-described', 'It is not as described')
            , @('wrong-goods', 'Something else came')
        )
        'payment' = @(
            , @('card', 'credit or debit card')
            , @('visa', 'Visa card')
            , @('mastercard', 'Mastercard')
            , @('maestro', 'Maestro card')
            , @('amex', 'American Express card')
            , @('debit-card', 'debit card')
            , @('mir', 'Mir card')
            , @('apple-pay', 'Apple Pay')
            , @('google-pay', 'Google Pay')
            , @('paypal', 'PayPal')
            , @('klarna', 'Klarna')
            , @('afterpay', 'Afterpay or Clearpay')
            , @('ideal', 'iDEAL')
            , @('bancontact', 'Bancontact')
            , @('sofort', 'Sofort')
            , @('giropay', 'Giropay')
            , @('przelewy24', 'Przelewy24')
            , @('blik', 'BLIK')
            , @('trustly', 'Trustly')
            , @('boleto', 'Boleto')
            , @('pix', 'Pix')
            , @('oxxo', 'OXXO')
            , @('mercado-pago', 'Mercado Pago')
            , @('webmoney', 'WebMoney')
            , @('qiwi', 'QIWI')
            , @('yoomoney', 'YooMoney')
            , @('western-union', 'Western Union')
            , @('bank-transfer', 'bank transfer')
            , @('alipay', 'Alipay wallet')
            , @('balance', 'AliExpress balance or bonus')
            , @('gift-card', 'gift card')
            , @('cash-on-delivery', 'cash on delivery')
            , @('kakaopay', 'KakaoPay')
            , @('naverpay', 'Naver Pay')
            , @('gcash', 'GCash')
            , @('other', 'another payment method')
        )
        'figure' = @(
            , @('pay-by', 'time to pay')
            , @('verification', 'check of a payment')
            , @('verification-bank-transfer', 'check of a bank transfer')
            , @('verification-boleto', 'check of a Boleto payment')
            , @('ship-by', 'time for the seller to ship')
            , @('cancel-answer', 'unanswered request cancels itself, usually')
            , @('cancel-answer-latest', 'unanswered request cancels itself, at the latest')
            , @('cancel-decision', 'seller''s decision on a request not sent yet')
            , @('message-answer', 'time for the seller to answer a message')
            , @('message-reminders', 'time in which to remind the seller of a message')
            , @('protection', 'length of Buyer Protection')
            , @('extend-protection', 'last days of Buyer Protection, to ask for more')
            , @('reship', 'time for a new parcel to show up')
            , @('dispute-opens', 'wait before a dispute can be opened')
            , @('fast-delivery', 'delivery promised so soon that a dispute opens at once')
            , @('dispute-until', 'time to open a dispute')
            , @('seller-answer-by', 'time for the seller to answer a dispute')
            , @('platform-steps-in', 'wait before AliExpress steps in')
            , @('claim-check-earliest', 'check of a claim, at the earliest')
            , @('claim-check-latest', 'check of a claim, at the latest')
            , @('appeal-until', 'time to appeal')
            , @('appeal-answer', 'wait for the answer to an appeal')
            , @('settlement', 'settling of a refund')
            , @('free-return-until', 'time for a free return')
            , @('return-by', 'time to post a return')
            , @('outside-paypal', 'time for a PayPal dispute')
            , @('outside-card', 'time for a chargeback at the card''s bank')
            , @('outside-escalate', 'time to make a PayPal dispute a claim')
            , @('card', 'credit or debit card')
            , @('visa', 'Visa card')
            , @('mastercard', 'Mastercard')
            , @('maestro', 'Maestro card')
            , @('amex', 'American Express card')
            , @('debit-card', 'debit card')
            , @('mir', 'Mir card')
            , @('apple-pay', 'Apple Pay')
            , @('google-pay', 'Google Pay')
            , @('paypal', 'PayPal')
            , @('klarna', 'Klarna')
            , @('afterpay', 'Afterpay or Clearpay')
            , @('ideal', 'iDEAL')
            , @('bancontact', 'Bancontact')
            , @('sofort', 'Sofort')
            , @('giropay', 'Giropay')
            , @('przelewy24', 'Przelewy24')
            , @('blik', 'BLIK')
            , @('trustly', 'Trustly')
            , @('boleto', 'Boleto')
            , @('pix', 'Pix')
            , @('oxxo', 'OXXO')
            , @('mercado-pago', 'Mercado Pago')
            , @('webmoney', 'WebMoney')
            , @('qiwi', 'QIWI')
            , @('yoomoney', 'YooMoney')
            , @('western-union', 'Western Union')
            , @('bank-transfer', 'bank transfer')
            , @('alipay', 'Alipay wallet')
            , @('balance', 'AliExpress balance or bonus')
            , @('gift-card', 'gift card')
            , @('cash-on-delivery', 'cash on delivery')
            , @('kakaopay', 'KakaoPay')
            , @('naverpay', 'Naver Pay')
            , @('gcash', 'GCash')
            , @('other', 'another payment method')
        )
        'finding' = @(
            , @('stale', 'stale')
            , @('overridden', 'overridden')
            , @('quarrelling', 'quarrelling')
            , @('weak', 'weak')
        )
        'source' = @(
            , @('S0', 'Giftmio: cancelling an order and getting a refund (undated)')
            , @('S1', 'Tutorial on cancelling (2023), translated from Italian')
            , @('S2', 'Guide to cancelling on the old site (about 2016), translated from Russian')
            , @('S3', 'Zopi help for dropshippers: cancelling, refunds, returns (2025)')
            , @('S4', 'The stages of an order and how to cancel in each (undated)')
            , @('judgement', 'Our own judgement, on the buyer''s safe side')
            , @('api-status', 'Open platform: order states (copy)')
            , @('api-end-reasons', 'Why orders end, as several public code bases agree')
            , @('api-pay-timeout', 'Open platform: each order has its own time to pay')
            , @('aliexpress-mcp', 'Public code and recordings of the buyer''s pages, 2026')
            , @('order-exporter', 'A real file of the order exporter, German account, 2025')
            , @('help-2022', 'Help centre, 2021 and 2022 (copies)')
            , @('faq-2018', 'Official questions and answers, August 2018 (copy)')
            , @('help-2013', 'Official page on opening a dispute, about 2013')
            , @('dispute-windows-old', 'Official dispute pages of the first years, outdated')
            , @('bank-transfer-page', 'Official page on bank transfers')
            , @('boleto-faq', 'Official questions and answers on Boleto')
            , @('free-return-page', 'Official page on free returns (several copies)')
            , @('buyer-protection-page', 'Official page on Buyer Protection (copies)')
            , @('cnjdpart', 'Questions and answers on refunds and returns (copy)')
            , @('select-coupons', 'Official guide to select coupons')
            , @('activities-2012', 'Official answer on cancelling an order, about 2012')
            , @('rules-2020', 'Rules for sellers who do not ship, 2020-08-25')
            , @('rules-chargeback', 'What AliExpress tells sellers about chargebacks')
            , @('intl-alipay', 'Alipay international help: refunds')
            , @('alipay-docs', 'Alipay documentation: refunds to other wallets')
            , @('paypal-faq', 'PayPal: how long a dispute and a claim can be opened')
            , @('paypal-refund-faq', 'PayPal: when a refund shows on a card statement')
            , @('paypal-funding', 'How long PayPal refunds take, by what paid for them')
            , @('card-rules', 'Chargeback times of the card schemes, two overviews')
            , @('ebanx-card', 'EBANX help: refunds to cards in Latin America')
            , @('ebanx-boleto', 'EBANX help: refunds of a Boleto')
            , @('klarna', 'Klarna, Switzerland and United Kingdom: refunds by a shop')
            , @('clearpay', 'Clearpay help: refunds by a shop')
            , @('revolut-ideal', 'Revolut help: refunds of iDEAL payments')
            , @('mollie', 'Mollie: refunds of iDEAL and Bancontact payments')
            , @('bancontact-shop', 'A Belgian shop on refunds by Bancontact')
            , @('stripe-sofort', 'Stripe support: the end of Sofort as its own method')
            , @('giropay-end', 'iBusiness: the end of Giropay (October 2024)')
            , @('psp-docs', 'Payment firms'' documentation: Przelewy24, BLIK and Pix refunds')
            , @('ppro-oxxo', 'PPRO documentation: OXXO')
            , @('mercado-libre', 'Mercado Libre: times of refunds')
            , @('gcash-help', 'GCash help: refunds by a merchant')
            , @('naverpay-2024', 'Asia Economy on NaverPay refunds (2024-07-27)')
            , @('qiwi-oplata', 'aliexpress-oplata.ru, quoting AliExpress on QIWI')
            , @('qiwi-end', '3DNews: the licence of the QIWI bank was withdrawn')
            , @('alibaba-transfer', 'Alibaba.com service: refunds of bank transfers')
            , @('ryviu', 'Ryviu guide, 2022')
            , @('que-dalle', 'que-dalle.com, Spanish guides')
            , @('readmag', 'readmag.ru on refunds')
            , @('sonyps4', 'sonyps4.ru on refunds to an Alipay wallet')
            , @('detkamir', 'detkamir.ru on disputes and refunds')
            , @('glarity', 'Glarity answers on refunds as AliExpress bonus (2025)')
            , @('kyliecosmetics', 'kyliecosmetics.ru on gift cards')
            , @('todasasrespostas', 'todasasrespostas.com on Boleto refunds')
            , @('chinaparcels', 'chinaparcels.com on refunds and returns')
            , @('alibilling', 'alibilling, quoting the Buyer Protection page')
            , @('alixblog-refund', 'alixblog on a refund that does not arrive')
            , @('arn', 'guide-aliexpress.com: the ARN, the number by which a bank finds a refund')
            , @('accio', 'accio.com on cancelling and returning (2025)')
            , @('ali-shop', 'ali-shop.net on closed accounts and holidays')
            , @('aliexpressers', 'aliexpressers.ru on China''s holidays')
            , @('alibestfinds', 'alibestfinds.com on cancelled deliveries')
            , @('alideliv', 'alideliv.ru on payment checks and unpaid orders')
            , @('aliexpresshlp', 'aliexpresshlp.ru on order states and refunds')
            , @('aliexpressreview', 'aliexpressreview on disputes')
            , @('alifaq', 'alifaq.org on cancelling an order')
            , @('alihelper', 'alihelper.net on orders that the seller cancels')
            , @('alimaniac', 'alimaniac.com on shopping and order states')
            , @('aliwka', 'aliwka.com on order states')
            , @('alixblog-es', 'alixblog, Spanish edition')
            , @('alixblog-pt', 'alixblog, Portuguese edition')
            , @('alixcadet', 'alixcadet.com on cancelling')
            , @('all55', 'all55.ru on unpaid orders')
            , @('allexprs', 'allexprs.info on states and refunds')
            , @('bio-guard', 'bio-guard, quoting the old Buyer Protection')
            , @('boxing-niimi', 'boxing.niimi.work, Spanish order labels')
            , @('ceskyali', 'ceskyali.cz, a copy of buyer help in Czech')
            , @('chadbrain', 'news.chadbrain, Italian order labels')
            , @('checkdatetime', 'checkdatetime on China''s days off in 2026, quoting the State Council')
            , @('chinaparcel', 'chinaparcel.net on disputes')
            , @('chinaparcel-payment', 'chinaparcel.net on payment')
            , @('chinaparcel-refund', 'chinaparcel.net on refund steps')
            , @('chinaparcel-wallets', 'chinaparcel.net on Russian wallets')
            , @('coleco', 'blog.coleco.com.br, Portuguese order labels')
            , @('everydaypaws', 'everydaypaws on disputes')
            , @('evz', 'European Consumer Centre Germany: the right to withdraw')
            , @('fflr', 'fflr.ru on confirming receipt')
            , @('foit', 'foit.ru on order states (2021)')
            , @('freegameguide', 'freegameguide.org, a copy of buyer help')
            , @('freightcourse', 'freightcourse on orders that the seller cancels')
            , @('gamevid', 'gamevid.ru on confirming receipt')
            , @('gizmodo-uol', 'gizmodo.uol on paying in Brazil (2021)')
            , @('goonggme', 'goonggme, Korean order labels (2024)')
            , @('guide-aliexpress', 'guide-aliexpress.com on shipping and refunds')
            , @('guide-aliexpress-48h', 'guide-aliexpress.com on sellers who do not answer')
            , @('guides-2016', 'Guides up to 2016 on disputes')
            , @('hb2b-appeal', 'hb2b on appeals, for sellers')
            , @('hitno', 'A store''s own text at hitno.com')
            , @('holidays-library', 'The holidays library on China''s public holidays of 2027 to 2040')
            , @('howandroidhelp', 'howandroidhelp on unpaid orders')
            , @('izvestia', 'Izvestia on closed accounts (2018-08-14)')
            , @('mirrorinfo', 'mirrorinfo.online on cancelling')
            , @('miorti', 'miorti.es, Spanish order labels')
            , @('mobilkoy', 'mobilkoy on unpaid orders')
            , @('mysku', 'mysku.club on order states')
            , @('nextp', 'nextp.ru on AliExpress around the Spring Festival')
            , @('oferal', 'oferal.com on cancelled orders')
            , @('onecommerce', 'onecommerce.io on cancelling (2022)')
            , @('orientdeck', 'orientdeck.com on unpaid orders')
            , @('parcel-intelligence', 'An extension''s assumption of the length of Buyer Protection')
            , @('secretali', 'secretali.com on cancelling (2026-06-13)')
            , @('sovetclub', 'sovetclub.ru on cancelling, protection and refunds')
            , @('ssopdot-19333', 'ssopdot.com, seller guide to disputes')
            , @('ssopdot-34226', 'ssopdot.com, seller guide to false tracking numbers')
            , @('ssopdot-35242', 'ssopdot.com, seller guide to refunds')
            , @('state-council', 'China''s State Council on the days off of 2019 to 2026, as the holidays library cites it')
            , @('thehuts', 'thehuts on how soon sellers answer')
            , @('viws', 'viws.ru on disputes')
            , @('womanishclub', 'womanishclub on the reasons of an unpaid order')
            , @('xiaoniucw', 'xiaoniucw on how soon sellers answer')
        )
        'coupon' = @(
            , @('none', 'no coupon')
            , @('platform', 'AliExpress coupon or voucher')
            , @('store', 'coupon of the store')
            , @('code', 'promo code')
            , @('select', 'Select Coupon')
        )
        'parcel' = @(
            , @('unknown', 'not known')
            , @('moving', 'moving')
            , @('stuck', 'stuck')
            , @('invalid', 'number does not exist')
            , @('elsewhere', 'went somewhere else')
        )
        'stage' = @(
            , @('unpaid', 'Not paid yet')
            , @('payment-verification', 'Payment is being checked')
            , @('awaiting-shipment', 'Awaiting shipment')
            , @('cancel-requested', 'Cancellation requested')
            , @('part-shipped', 'Partly shipped')
            , @('shipped', 'Shipped')
            , @('delivered', 'Delivered')
            , @('completed', 'Receipt confirmed')
            , @('in-dispute', 'In dispute')
            , @('returning', 'On its way back')
            , @('refunding', 'Money is owed to you')
            , @('refunded', 'Refunded')
            , @('frozen', 'Frozen')
            , @('closed', 'Closed')
        )
        'action' = @(
            , @('pay', 'Pay, if you still want it')
            , @('let-expire', 'Do not pay and let it close by itself')
            , @('instant-cancel', 'Cancel it at once')
            , @('request-approval', 'Ask the seller to cancel')
            , @('negotiate', 'Talk to the seller again')
            , @('refuse-delivery', 'Contact the seller and refuse the parcel')
            , @('free-return', 'Send it back with the free return')
            , @('open-dispute', 'Open a dispute')
            , @('escalate', 'Add evidence and let AliExpress decide')
            , @('send-return', 'Send the goods back')
            , @('appeal', 'Appeal against the decision')
            , @('extend-protection', 'Ask for longer Buyer Protection')
            , @('wait', 'Wait')
            , @('wait-for-refund', 'Wait for the refund')
            , @('chase-refund', 'Ask where the refund is')
            , @('claim-outside', 'Claim your money outside AliExpress')
            , @('nothing', 'Nothing to do')
        )
        'country' = @(
            , @('AD', 'AD')
            , @('AE', 'AE')
            , @('AF', 'AF')
            , @('AG', 'AG')
            , @('AI', 'AI')
            , @('AL', 'AL')
            , @('AM', 'AM')
            , @('AO', 'AO')
            , @('AQ', 'AQ')
            , @('AR', 'AR')
            , @('AS', 'AS')
            , @('AT', 'AT')
            , @('AU', 'AU')
            , @('AW', 'AW')
            , @('AX', 'AX')
            , @('AZ', 'AZ')
            , @('BA', 'BA')
            , @('BB', 'BB')
            , @('BD', 'BD')
            , @('BE', 'BE')
            , @('BF', 'BF')
            , @('BG', 'BG')
            , @('BH', 'BH')
            , @('BI', 'BI')
            , @('BJ', 'BJ')
            , @('BL', 'BL')
            , @('BM', 'BM')
            , @('BN', 'BN')
            , @('BO', 'BO')
            , @('BQ', 'BQ')
            , @('BR', 'BR')
            , @('BS', 'BS')
            , @('BT', 'BT')
            , @('BV', 'BV')
            , @('BW', 'BW')
            , @('BY', 'BY')
            , @('BZ', 'BZ')
            , @('CA', 'CA')
            , @('CC', 'CC')
            , @('CD', 'CD')
            , @('CF', 'CF')
            , @('CG', 'CG')
            , @('CH', 'CH')
            , @('CI', 'CI')
            , @('CK', 'CK')
            , @('CL', 'CL')
            , @('CM', 'CM')
            , @('CN', 'CN')
            , @('CO', 'CO')
            , @('CR', 'CR')
            , @('CU', 'CU')
            , @('CV', 'CV')
            , @('CW', 'CW')
            , @('CX', 'CX')
            , @('CY', 'CY')
            , @('CZ', 'CZ')
            , @('DE', 'DE')
            , @('DJ', 'DJ')
            , @('DK', 'DK')
            , @('DM', 'DM')
            , @('DO', 'DO')
            , @('DZ', 'DZ')
            , @('EC', 'EC')
            , @('EE', 'EE')
            , @('EG', 'EG')
            , @('EH', 'EH')
            , @('ER', 'ER')
            , @('ES', 'ES')
            , @('ET', 'ET')
            , @('FI', 'FI')
            , @('FJ', 'FJ')
            , @('FK', 'FK')
            , @('FM', 'FM')
            , @('FO', 'FO')
            , @('FR', 'FR')
            , @('GA', 'GA')
            , @('GB', 'GB')
            , @('GD', 'GD')
            , @('GE', 'GE')
            , @('GF', 'GF')
            , @('GG', 'GG')
            , @('GH', 'GH')
            , @('GI', 'GI')
            , @('GL', 'GL')
            , @('GM', 'GM')
            , @('GN', 'GN')
            , @('GP', 'GP')
            , @('GQ', 'GQ')
            , @('GR', 'GR')
            , @('GS', 'GS')
            , @('GT', 'GT')
            , @('GU', 'GU')
            , @('GW', 'GW')
            , @('GY', 'GY')
            , @('HK', 'HK')
            , @('HM', 'HM')
            , @('HN', 'HN')
            , @('HR', 'HR')
            , @('HT', 'HT')
            , @('HU', 'HU')
            , @('ID', 'ID')
            , @('IE', 'IE')
            , @('IL', 'IL')
            , @('IM', 'IM')
            , @('IN', 'IN')
            , @('IO', 'IO')
            , @('IQ', 'IQ')
            , @('IR', 'IR')
            , @('IS', 'IS')
            , @('IT', 'IT')
            , @('JE', 'JE')
            , @('JM', 'JM')
            , @('JO', 'JO')
            , @('JP', 'JP')
            , @('KE', 'KE')
            , @('KG', 'KG')
            , @('KH', 'KH')
            , @('KI', 'KI')
            , @('KM', 'KM')
            , @('KN', 'KN')
            , @('KP', 'KP')
            , @('KR', 'KR')
            , @('KW', 'KW')
            , @('KY', 'KY')
            , @('KZ', 'KZ')
            , @('LA', 'LA')
            , @('LB', 'LB')
            , @('LC', 'LC')
            , @('LI', 'LI')
            , @('LK', 'LK')
            , @('LR', 'LR')
            , @('LS', 'LS')
            , @('LT', 'LT')
            , @('LU', 'LU')
            , @('LV', 'LV')
            , @('LY', 'LY')
            , @('MA', 'MA')
            , @('MC', 'MC')
            , @('MD', 'MD')
            , @('ME', 'ME')
            , @('MF', 'MF')
            , @('MG', 'MG')
            , @('MH', 'MH')
            , @('MK', 'MK')
            , @('ML', 'ML')
            , @('MM', 'MM')
            , @('MN', 'MN')
            , @('MO', 'MO')
            , @('MP', 'MP')
            , @('MQ', 'MQ')
            , @('MR', 'MR')
            , @('MS', 'MS')
            , @('MT', 'MT')
            , @('MU', 'MU')
            , @('MV', 'MV')
            , @('MW', 'MW')
            , @('MX', 'MX')
            , @('MY', 'MY')
            , @('MZ', 'MZ')
            , @('NA', 'NA')
            , @('NC', 'NC')
            , @('NE', 'NE')
            , @('NF', 'NF')
            , @('NG', 'NG')
            , @('NI', 'NI')
            , @('NL', 'NL')
            , @('NO', 'NO')
            , @('NP', 'NP')
            , @('NR', 'NR')
            , @('NU', 'NU')
            , @('NZ', 'NZ')
            , @('OM', 'OM')
            , @('PA', 'PA')
            , @('PE', 'PE')
            , @('PF', 'PF')
            , @('PG', 'PG')
            , @('PH', 'PH')
            , @('PK', 'PK')
            , @('PL', 'PL')
            , @('PM', 'PM')
            , @('PN', 'PN')
            , @('PR', 'PR')
            , @('PS', 'PS')
            , @('PT', 'PT')
            , @('PW', 'PW')
            , @('PY', 'PY')
            , @('QA', 'QA')
            , @('RE', 'RE')
            , @('RO', 'RO')
            , @('RS', 'RS')
            , @('RU', 'RU')
            , @('RW', 'RW')
            , @('SA', 'SA')
            , @('SB', 'SB')
            , @('SC', 'SC')
            , @('SD', 'SD')
            , @('SE', 'SE')
            , @('SG', 'SG')
            , @('SH', 'SH')
            , @('SI', 'SI')
            , @('SJ', 'SJ')
            , @('SK', 'SK')
            , @('SL', 'SL')
            , @('SM', 'SM')
            , @('SN', 'SN')
            , @('SO', 'SO')
            , @('SR', 'SR')
            , @('SS', 'SS')
            , @('ST', 'ST')
            , @('SV', 'SV')
            , @('SX', 'SX')
            , @('SY', 'SY')
            , @('SZ', 'SZ')
            , @('TC', 'TC')
            , @('TD', 'TD')
            , @('TF', 'TF')
            , @('TG', 'TG')
            , @('TH', 'TH')
            , @('TJ', 'TJ')
            , @('TK', 'TK')
            , @('TL', 'TL')
            , @('TM', 'TM')
            , @('TN', 'TN')
            , @('TO', 'TO')
            , @('TR', 'TR')
            , @('TT', 'TT')
            , @('TV', 'TV')
            , @('TW', 'TW')
            , @('TZ', 'TZ')
            , @('UA', 'UA')
            , @('UG', 'UG')
            , @('UM', 'UM')
            , @('US', 'US')
            , @('UY', 'UY')
            , @('UZ', 'UZ')
            , @('VA', 'VA')
            , @('VC', 'VC')
            , @('VE', 'VE')
            , @('VG', 'VG')
            , @('VI', 'VI')
            , @('VN', 'VN')
            , @('VU', 'VU')
            , @('WF', 'WF')
            , @('WS', 'WS')
            , @('YE', 'YE')
            , @('YT', 'YT')
            , @('ZA', 'ZA')
            , @('ZM', 'ZM')
            , @('ZW', 'ZW')
        )
        'color' = @(
            , @('auto', 'auto')
            , @('always', 'always')
            , @('never', 'never')
        )
        'when' = @(
            , @('today', 'today')
            , @('yesterday', 'yesterday')
            , @('now', 'this moment')
            , @('unknown', 'the day is not known')
        )
        'day' = @(
            , @('today', 'today')
            , @('yesterday', 'yesterday')
            , @('now', 'this moment')
        )
        'import-format' = @(
            , @('site-json', 'an order list, order, tracking or refund page as the site sends it (JSON, JSONP)')
            , @('site-har', 'a browser''s recording of order pages (HAR)')
            , @('site-captures', 'answers of the site''s order pages, captured by a script (JSON)')
            , @('order-exporter', 'the CSV of the order exporter extension')
            , @('shopper-csv', 'the CSV of the Shopper Inventory extension')
            , @('shopper-json', 'items saved by the browser extension shopper inventory (JSON)')
            , @('nrbrook-orders', 'the CSV of orders of nrbrook''s order export')
            , @('nrbrook-lines', 'the CSV of items of nrbrook''s order export')
            , @('andrew-melnyk', 'the file of andrew-melnyk''s orders scrapper')
            , @('chriskomus', 'the rows of chriskomus'' order exporter, saved as TSV')
            , @('stoneddiscord', 'the list of stonedDiscord''s script of 2020')
            , @('privacy-export', 'the workbook of the data that AliExpress has about you')
            , @('eml', 'an order mail (.eml, Maildir)')
            , @('mbox', 'mailbox (.mbox)')
            , @('saved-page', 'order list or order detail as a web page saved by the browser (HTML, MHTML)')
            , @('paypal', 'PayPal activity or statement (CSV)')
            , @('aliorder-json', 'an export of aliorder (JSON)')
            , @('aliorder-csv', 'an export of aliorder (CSV)')
            , @('table', 'any other table, by --column or --map')
        )
        'export-format' = @(
            , @('json', 'everything')
            , @('csv', 'for a spreadsheet')
            , @('ics', 'the deadlines for a calendar')
        )
        'date-order' = @(
            , @('dmy', '22/11/2026')
            , @('mdy', '11/22/2026')
            , @('ymd', '2026/11/22')
        )
        'decimal' = @(
            , @('comma', '1,50')
            , @('point', '1.50')
        )
        'currency' = @(
            , @('AED', 'AED')
            , @('AFN', 'AFN')
            , @('ALL', 'ALL')
            , @('AMD', 'AMD')
            , @('ANG', 'ANG')
            , @('AOA', 'AOA')
            , @('ARS', 'ARS')
            , @('AUD', 'AUD')
            , @('AWG', 'AWG')
            , @('AZN', 'AZN')
            , @('BAM', 'BAM')
            , @('BBD', 'BBD')
            , @('BDT', 'BDT')
            , @('BGN', 'BGN')
            , @('BHD', 'BHD')
            , @('BIF', 'BIF')
            , @('BMD', 'BMD')
            , @('BND', 'BND')
            , @('BOB', 'BOB')
            , @('BRL', 'BRL')
            , @('BSD', 'BSD')
            , @('BTN', 'BTN')
            , @('BWP', 'BWP')
            , @('BYN', 'BYN')
            , @('BZD', 'BZD')
            , @('CAD', 'CAD')
            , @('CDF', 'CDF')
            , @('CHF', 'CHF')
            , @('CLP', 'CLP')
            , @('CNY', 'CNY')
            , @('COP', 'COP')
            , @('CRC', 'CRC')
            , @('CUP', 'CUP')
            , @('CVE', 'CVE')
            , @('CZK', 'CZK')
            , @('DJF', 'DJF')
            , @('DKK', 'DKK')
            , @('DOP', 'DOP')
            , @('DZD', 'DZD')
            , @('EGP', 'EGP')
            , @('ERN', 'ERN')
            , @('ETB', 'ETB')
            , @('EUR', 'EUR')
            , @('FJD', 'FJD')
            , @('FKP', 'FKP')
            , @('GBP', 'GBP')
            , @('GEL', 'GEL')
            , @('GHS', 'GHS')
            , @('GIP', 'GIP')
            , @('GMD', 'GMD')
            , @('GNF', 'GNF')
            , @('GTQ', 'GTQ')
            , @('GYD', 'GYD')
            , @('HKD', 'HKD')
            , @('HNL', 'HNL')
            , @('HTG', 'HTG')
            , @('HUF', 'HUF')
            , @('IDR', 'IDR')
            , @('ILS', 'ILS')
            , @('INR', 'INR')
            , @('IQD', 'IQD')
            , @('IRR', 'IRR')
            , @('ISK', 'ISK')
            , @('JMD', 'JMD')
            , @('JOD', 'JOD')
            , @('JPY', 'JPY')
            , @('KES', 'KES')
            , @('KGS', 'KGS')
            , @('KHR', 'KHR')
            , @('KMF', 'KMF')
            , @('KPW', 'KPW')
            , @('KRW', 'KRW')
            , @('KWD', 'KWD')
            , @('KYD', 'KYD')
            , @('KZT', 'KZT')
            , @('LAK', 'LAK')
            , @('LBP', 'LBP')
            , @('LKR', 'LKR')
            , @('LRD', 'LRD')
            , @('LSL', 'LSL')
            , @('LYD', 'LYD')
            , @('MAD', 'MAD')
            , @('MDL', 'MDL')
            , @('MGA', 'MGA')
            , @('MKD', 'MKD')
            , @('MMK', 'MMK')
            , @('MNT', 'MNT')
            , @('MOP', 'MOP')
            , @('MRU', 'MRU')
            , @('MUR', 'MUR')
            , @('MVR', 'MVR')
            , @('MWK', 'MWK')
            , @('MXN', 'MXN')
            , @('MYR', 'MYR')
            , @('MZN', 'MZN')
            , @('NAD', 'NAD')
            , @('NGN', 'NGN')
            , @('NIO', 'NIO')
            , @('NOK', 'NOK')
            , @('NPR', 'NPR')
            , @('NZD', 'NZD')
            , @('OMR', 'OMR')
            , @('PAB', 'PAB')
            , @('PEN', 'PEN')
            , @('PGK', 'PGK')
            , @('PHP', 'PHP')
            , @('PKR', 'PKR')
            , @('PLN', 'PLN')
            , @('PYG', 'PYG')
            , @('QAR', 'QAR')
            , @('RON', 'RON')
            , @('RSD', 'RSD')
            , @('RUB', 'RUB')
            , @('RWF', 'RWF')
            , @('SAR', 'SAR')
            , @('SBD', 'SBD')
            , @('SCR', 'SCR')
            , @('SDG', 'SDG')
            , @('SEK', 'SEK')
            , @('SGD', 'SGD')
            , @('SHP', 'SHP')
            , @('SLE', 'SLE')
            , @('SOS', 'SOS')
            , @('SRD', 'SRD')
            , @('SSP', 'SSP')
            , @('STN', 'STN')
            , @('SVC', 'SVC')
            , @('SYP', 'SYP')
            , @('SZL', 'SZL')
            , @('THB', 'THB')
            , @('TJS', 'TJS')
            , @('TMT', 'TMT')
            , @('TND', 'TND')
            , @('TOP', 'TOP')
            , @('TRY', 'TRY')
            , @('TTD', 'TTD')
            , @('TWD', 'TWD')
            , @('TZS', 'TZS')
            , @('UAH', 'UAH')
            , @('UGX', 'UGX')
            , @('USD', 'USD')
            , @('UYU', 'UYU')
            , @('UZS', 'UZS')
            , @('VED', 'VED')
            , @('VES', 'VES')
            , @('VND', 'VND')
            , @('VUV', 'VUV')
            , @('WST', 'WST')
            , @('XAF', 'XAF')
            , @('XCD', 'XCD')
            , @('XOF', 'XOF')
            , @('XPF', 'XPF')
            , @('YER', 'YER')
            , @('ZAR', 'ZAR')
            , @('ZMW', 'ZMW')
            , @('ZWG', 'ZWG')
        )
        'column' = @(
            , @('order=', 'order number')
            , @('order-title=', 'title of the whole order')
            , @('status=', 'status of the order')
            , @('store=', 'store')
            , @('total=', 'total of the order')
            , @('currency=', 'currency')
            , @('payment=', 'way of paying')
            , @('country=', 'country')
            , @('tracking=', 'tracking number')
            , @('note=', 'a note')
            , @('line=', 'number of the order line')
            , @('title=', 'title of the item')
            , @('quantity=', 'number of pieces')
            , @('price=', 'price of one piece')
            , @('placed=', 'day of the order')
            , @('paid=', 'day of the payment')
            , @('payment-verified=', 'payment verified')
            , @('expired=', 'payment time ran out')
            , @('message-sent=', 'message to the seller sent')
            , @('seller-answered=', 'the seller answered')
            , @('cancel-requested=', 'cancellation requested')
            , @('cancel-refused=', 'cancellation refused by the seller')
            , @('cancel-accepted=', 'cancellation accepted by the seller')
            , @('cancelled-by-buyer=', 'cancelled by you')
            , @('cancelled-by-seller=', 'cancelled by the seller')
            , @('cancelled-by-platform=', 'cancelled by AliExpress')
            , @('part-shipped=', 'a part shipped')
            , @('shipped=', 'day of shipping')
            , @('delivery-failed=', 'delivery failed or cancelled')
            , @('reshipped=', 'sent again')
            , @('extension-asked=', 'longer protection asked for')
            , @('delivery-refused=', 'parcel refused, on its way back')
            , @('delivered=', 'day of delivery')
            , @('receipt-confirmed=', 'receipt confirmed')
            , @('dispute-opened=', 'dispute opened')
            , @('dispute-refused=', 'dispute refused by the seller')
            , @('dispute-agreed=', 'dispute agreed by the seller')
            , @('dispute-won=', 'dispute won')
            , @('dispute-lost=', 'dispute lost')
            , @('dispute-cancelled=', 'dispute cancelled')
            , @('appealed=', 'appealed')
            , @('return-agreed=', 'return agreed')
            , @('return-sent=', 'return posted')
            , @('return-received=', 'return received by the seller')
            , @('refund-started=', 'refund processed by AliExpress')
            , @('bank-form-filled=', 'bank form filled in')
            , @('payout-asked=', 'payout from the Alipay account asked for')
            , @('refund-completed=', 'refund completed, says the site')
            , @('refund-received=', 'day on which money came back')
            , @('refund-chased=', 'asked where the refund is')
            , @('claimed-outside=', 'claimed outside AliExpress')
            , @('frozen=', 'frozen')
            , @('unfrozen=', 'no longer frozen')
            , @('pay-by=', 'time to pay ends')
            , @('ship-by=', 'seller has to ship')
            , @('deliver-by=', 'promised delivery')
            , @('protection-until=', 'Buyer Protection ends')
            , @('dispute-until=', 'last day for a dispute')
            , @('return-by=', 'return posted and number entered')
        )
        'list-columns' = @(
            , @('order', 'order')
            , @('alias', 'alias')
            , @('title', 'title')
            , @('store', 'store')
            , @('total', 'total')
            , @('stage', 'stage')
            , @('action', 'action')
            , @('placed', 'placed')
            , @('next_deadline', 'next_deadline')
            , @('next_deadline.at', 'next_deadline.at')
            , @('next_deadline.id', 'next_deadline.id')
            , @('next_deadline.label', 'next_deadline.label')
            , @('next_deadline.shown', 'next_deadline.shown')
            , @('next_deadline.days_left', 'next_deadline.days_left')
        )
        'due-columns' = @(
            , @('order', 'order')
            , @('title', 'title')
            , @('id', 'id')
            , @('label', 'label')
            , @('at', 'at')
            , @('shown', 'shown')
            , @('days_left', 'days_left')
            , @('level', 'level')
            , @('action', 'action')
        )
        'refunds-columns' = @(
            , @('order', 'order')
            , @('title', 'title')
            , @('stage', 'stage')
            , @('action', 'action')
            , @('overdue', 'overdue')
            , @('days_left', 'days_left')
            , @('refund.method', 'refund.method')
            , @('refund.amount', 'refund.amount')
            , @('refund.basis', 'refund.basis')
            , @('refund.counted_from', 'refund.counted_from')
            , @('refund.counted_until', 'refund.counted_until')
            , @('refund.earliest', 'refund.earliest')
            , @('refund.typical_from', 'refund.typical_from')
            , @('refund.typical_until', 'refund.typical_until')
            , @('refund.latest', 'refund.latest')
            , @('refund.chase_from', 'refund.chase_from')
            , @('refund.calendar', 'refund.calendar')
            , @('refund.fallback', 'refund.fallback')
            , @('refund.amounts.granted', 'refund.amounts.granted')
            , @('refund.amounts.started', 'refund.amounts.started')
            , @('refund.amounts.received', 'refund.amounts.received')
            , @('refund.amounts.rest', 'refund.amounts.rest')
        )
        'about' = @(
            , @('ask-to-cancel', 'ask whether they would accept a cancellation')
            , @('accept-cancellation', 'ask to accept the cancellation, and say why')
            , @('change-order', 'ask to change colour, size, quantity or address')
            , @('when-shipped', 'ask when it will be shipped')
            , @('answer-refusal', 'answer a refusal, and ask again')
            , @('proof-of-posting', 'ask for a tracking number and proof of posting')
            , @('where-is-it', 'ask where the parcel is')
            , @('extend-protection', 'ask to extend Buyer Protection')
            , @('refuse-delivery', 'ask to stop the parcel, or to refuse it at the door')
            , @('report-problem', 'say what is wrong with the goods')
            , @('partial-refund', 'propose to keep the goods for a part of the price')
            , @('take-back', 'ask whether they take the goods back')
            , @('remind', 'remind of a message without an answer')
            , @('no-outside-deal', 'decline to cancel the dispute for money outside AliExpress')
            , @('dispute', 'text for the dispute form')
            , @('appeal', 'text for an appeal')
            , @('support', 'text for customer support')
            , @('ask-arn', 'ask customer support for the reference of a refund (ARN)')
            , @('trace-refund', 'ask your bank or payment service to look for a refund')
            , @('outside-claim', 'dispute the payment at your bank or PayPal')
            , @('own-customer', 'answer your own customer, who asks for a refund')
        )
        'message-language' = @(
            , @('de', 'German')
            , @('en', 'English')
            , @('es', 'Spanish')
            , @('fr', 'French')
            , @('pt', 'Portuguese')
            , @('ru', 'Russian')
            , @('zh', 'Chinese')
        )
        'evidence-kind' = @(
            , @('photo', 'photo')
            , @('video', 'video')
            , @('packing', 'packing and label')
            , @('listing', 'the item as it was offered')
            , @('order-page', 'order page')
            , @('tracking', 'tracking page')
            , @('carrier', 'carrier''s statement')
            , @('chat', 'chat with the seller')
            , @('payment', 'proof of payment')
            , @('address', 'proof of address')
            , @('posting', 'proof of posting')
            , @('refund-page', 'refund page')
            , @('statement', 'account statement')
            , @('other', 'other file')
        )
        'case' = @(
            , @('not-received', 'not received')
            , @('tracking-invalid', 'tracking number not valid')
            , @('defective', 'defective or damaged')
            , @('not-as-described', 'not as described')
            , @('wrong-goods', 'wrong goods sent')
            , @('cancellation', 'order to be cancelled')
            , @('return', 'goods sent back')
            , @('refund', 'refund not received')
        )
        'setting' = @(
            , @('country', 'e.g. DE')
            , @('time_zone', 'e.g. Europe/Berlin')
            , @('payment', 'e.g. visa')
            , @('color', 'e.g. never')
            , @('language', 'e.g. en')
            , @('message_language', 'e.g. zh')
        )
        'language' = @(
            , @('en', 'English')
        )
        'shell' = @(
            , @('bash', 'bash')
            , @('zsh', 'zsh')
            , @('fish', 'fish')
            , @('powershell', 'powershell')
        )
        'schema' = @(
            , @('advice-list', 'advice-list')
            , @('advice', 'advice')
            , @('backups', 'backups')
            , @('config', 'config')
            , @('due', 'due')
            , @('evidence', 'evidence')
            , @('explain', 'explain')
            , @('export', 'export')
            , @('history', 'history')
            , @('import', 'import')
            , @('list', 'list')
            , @('message', 'message')
            , @('messages', 'messages')
            , @('order', 'order')
            , @('paths', 'paths')
            , @('payments', 'payments')
            , @('plan', 'plan')
            , @('policy-check', 'policy-check')
            , @('policy', 'policy')
            , @('reasons', 'reasons')
            , @('refund', 'refund')
            , @('refunds', 'refunds')
            , @('sources', 'sources')
            , @('verdict', 'verdict')
        )
        'evidence-command' = @(
            , @('add', 'Keep copies of files as evidence of an order')
            , @('list', 'The evidence of an order, and what is still missing')
            , @('edit', 'Say anew what a piece of evidence is and shows')
            , @('open', 'Show a piece of evidence with the program for it')
            , @('remove', 'Forget evidence of an order; undo brings it back')
            , @('export', 'Put all of it into one zip: a page to read, and files')
            , @('verify', 'Check a dossier against its own list, and show its seal')
        )
        'config-command' = @(
            , @('show', 'Each setting, its value, and where that comes from')
            , @('set', 'Set something for every command, in your settings file')
            , @('unset', 'Take a setting out of your settings file, or a key that is no setting')
            , @('path', 'Where your settings file is, or would be')
        )
        'policy-command' = @(
            , @('show', 'The figures that hold today, yours among them; one in full')
            , @('check', 'What in the figures is worth a second look')
            , @('sources', 'Where it all was read, and when; of one source, what rests on it')
        )
        'topic' = @(
            , @('dates', 'How days, moments and spans are written and counted.')
            , @('events', 'What can happen to an order, and the deadlines of its page.')
            , @('messages', 'What to write to whom, in which language, in your words.')
            , @('policy', 'The figures behind the advice, and where they were read')
            , @('scripting', 'Output, JSON, exit codes and variables, for scripts.')
            , @('values', 'The words that options take: stages, actions, whys and more.')
            , @('advise', 'What to do now, by when, how, and when the money will be back')
            , @('explain', 'Why aliorder advises what it does: rules, figures, sources')
            , @('plan', 'The road ahead: what to do from which day on')
            , @('reasons', 'The true reasons for a situation, the least costly first')
            , @('add', 'Keep an order with what is known about it')
            , @('edit', 'Change a kept order')
            , @('record', 'Note that something happened to a kept order')
            , @('remove', 'Forget a kept order')
            , @('list', 'The kept orders, soonest deadline first')
            , @('show', 'All that is known about a kept order')
            , @('history', 'The life of an order: what happened, which deadlines lie ahead')
            , @('message', 'What to write to the seller, AliExpress or your bank')
            , @('evidence', 'What proves your case: files, checklist, dossier')
            , @('note', 'Write a note to a kept order')
            , @('due', 'The deadlines of all open orders, overdue ones on top')
            , @('refunds', 'The money on its way to you, overdue refunds first')
            , @('refund', 'When the money will be back, by a method or for a kept order')
            , @('payments', 'The payment methods, and how long a refund takes by each')
            , @('import', 'Take in orders from files: the site''s, mails, tables')
            , @('export', 'Write the kept orders to a file: json, csv or ics')
            , @('undo', 'Take back the last change; again, the one before')
            , @('backup', 'Copy all orders, with what undo needs, into one file')
            , @('restore', 'Put back all orders as a backup holds them')
            , @('config', 'Your settings: country, clock and more')
            , @('paths', 'Where aliorder keeps what it knows')
            , @('wipe', 'Delete all that aliorder keeps')
            , @('completion', 'Let your shell complete commands, values and your orders')
            , @('schema', 'The JSON Schema of a document that aliorder prints')
            , @('help', 'Help on a topic or a command')
        )
    }
    $takes = @{
        '/--now' = 'day'
        '/--home' = 'dir'
        '/--color' = 'color'
        'advise/--event' = 'event'
        'advise/--deadline' = 'deadline'
        'advise/--why' = 'why'
        'advise/--payment' = 'payment'
        'advise/--site-status' = 'any'
        'advise/--parcel' = 'parcel'
        'advise/--coupon' = 'coupon'
        'advise/--total' = 'any'
        'advise/--title' = 'any'
        'advise/--store' = 'any'
        'advise/--alias' = 'any'
        'advise/--item' = 'any'
        'advise/--country' = 'country'
        'advise/--tracking' = 'any'
        'advise/--note' = 'any'
        'explain/--event' = 'event'
        'explain/--deadline' = 'deadline'
        'explain/--why' = 'why'
        'explain/--payment' = 'payment'
        'explain/--site-status' = 'any'
        'explain/--parcel' = 'parcel'
        'explain/--coupon' = 'coupon'
        'explain/--total' = 'any'
        'explain/--title' = 'any'
        'explain/--store' = 'any'
        'explain/--alias' = 'any'
        'explain/--item' = 'any'
        'explain/--country' = 'country'
        'explain/--tracking' = 'any'
        'explain/--note' = 'any'
        'plan/--event' = 'event'
        'plan/--deadline' = 'deadline'
        'plan/--why' = 'why'
        'plan/--payment' = 'payment'
        'plan/--site-status' = 'any'
        'plan/--parcel' = 'parcel'
        'plan/--coupon' = 'coupon'
        'plan/--total' = 'any'
        'plan/--title' = 'any'
        'plan/--store' = 'any'
        'plan/--alias' = 'any'
        'plan/--item' = 'any'
        'plan/--country' = 'country'
        'plan/--tracking' = 'any'
        'plan/--note' = 'any'
        'reasons/--stage' = 'stage'
        'reasons/--why' = 'why'
        'add/--event' = 'event'
        'add/--deadline' = 'deadline'
        'add/--why' = 'why'
        'add/--payment' = 'payment'
        'add/--site-status' = 'any'
        'add/--parcel' = 'parcel'
        'add/--coupon' = 'coupon'
        'add/--total' = 'any'
        'add/--title' = 'any'
        'add/--store' = 'any'
        'add/--alias' = 'any'
        'add/--item' = 'any'
        'add/--country' = 'country'
        'add/--tracking' = 'any'
        'add/--note' = 'any'
        'edit/--drop-event' = 'kind'
        'edit/--clear' = 'field'
        'edit/--event' = 'event'
        'edit/--deadline' = 'deadline'
        'edit/--why' = 'why'
        'edit/--payment' = 'payment'
        'edit/--site-status' = 'any'
        'edit/--parcel' = 'parcel'
        'edit/--coupon' = 'coupon'
        'edit/--total' = 'any'
        'edit/--title' = 'any'
        'edit/--store' = 'any'
        'edit/--alias' = 'any'
        'edit/--item' = 'any'
        'edit/--country' = 'country'
        'edit/--tracking' = 'any'
        'edit/--note' = 'any'
        'record/--on' = 'when'
        'record/--amount' = 'any'
        'record/--text' = 'any'
        'list/--stage' = 'stage'
        'list/--action' = 'action'
        'list/--due-within' = 'any'
        'list/--columns' = 'list-columns'
        'message/--about' = 'about'
        'message/--lang' = 'message-language'
        'message/--beside' = 'message-language'
        'message/--details' = 'any'
        'message/--amount' = 'any'
        'message/--arn' = 'any'
        'evidence add/--kind' = 'evidence-kind'
        'evidence add/--shows' = 'any'
        'evidence add/--on' = 'when'
        'evidence add/--for' = 'case'
        'evidence list/--for' = 'case'
        'evidence edit/--kind' = 'evidence-kind'
        'evidence edit/--shows' = 'any'
        'evidence edit/--on' = 'when'
        'evidence edit/--for' = 'case'
        'evidence export/--details' = 'any'
        'evidence export/--ask' = 'any'
        'evidence export/--amount' = 'any'
        'evidence export/--name' = 'any'
        'evidence export/--for' = 'case'
        'due/--within' = 'any'
        'due/--ics' = 'file'
        'due/--columns' = 'due-columns'
        'refunds/--columns' = 'refunds-columns'
        'refund/--method' = 'payment'
        'refund/--from' = 'day'
        'refund/--country' = 'country'
        'import/--format' = 'import-format'
        'import/--seen' = 'day'
        'import/--date-order' = 'date-order'
        'import/--decimal' = 'decimal'
        'import/--currency' = 'currency'
        'import/--encoding' = 'any'
        'import/--order' = 'orders'
        'import/--column' = 'column'
        'import/--map' = 'maps'
        'export/--format' = 'export-format'
        'export/--stage' = 'stage'
        'export/--action' = 'action'
        'export/--due-within' = 'any'
        'policy check/--only' = 'finding'
    }
    $options = @{
        '' = @(
            , @('--now', 'Take this for now; a day means its noon')
            , @('--home', 'Keep all state there')
            , @('--no-input', 'Never ask; fail instead')
            , @('--no-policy-file', 'Leave your own policy.toml aside')
            , @('--no-pager', 'Print long text at once, not page by page')
            , @('--color', 'When to use colour; auto if it is not set')
            , @('-q', 'Say less')
            , @('--quiet', 'Say less')
            , @('-v', 'Say more')
            , @('--verbose', 'Say more')
            , @('--version', 'Print the version and end')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'advise' = @(
            , @('--all', 'Advice on every open order')
            , @('--json', 'Print JSON (schema aliorder.advice/1)')
            , @('--event', 'Something that happened, e.g. paid=yesterday')
            , @('--deadline', 'A deadline shown on the page, e.g. ship-by=+2d5h')
            , @('--why', 'Your true situation, e.g. not-needed (see `reasons`)')
            , @('--payment', 'How it was paid (see `payments`)')
            , @('--site-status', 'The status that the order page shows now')
            , @('--cancel-button', 'Does the page show a Cancel button?')
            , @('--no-cancel-button', 'Does the page show a Cancel button?')
            , @('--free-return', 'Has the item the Free Return badge?')
            , @('--no-free-return', 'Has the item the Free Return badge?')
            , @('--keep', 'Do you want to keep the goods?')
            , @('--no-keep', 'Do you want to keep the goods?')
            , @('--parcel', 'What the tracking says: unknown, moving, stuck, invalid, elsewhere')
            , @('--coupon', 'The coupon used: none, platform, store, code, select')
            , @('--total', 'What was paid')
            , @('--title', 'What was ordered, in your words')
            , @('--store', 'The seller''s store')
            , @('--alias', 'Your own short name for the order')
            , @('--item', 'A line of the order')
            , @('--country', 'Your country, ISO 3166, e.g')
            , @('--tracking', 'The tracking number')
            , @('--note', 'A note of yours')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'explain' = @(
            , @('--json', 'Print JSON (schema aliorder.explain/1)')
            , @('--event', 'Something that happened, e.g. paid=yesterday')
            , @('--deadline', 'A deadline shown on the page, e.g. ship-by=+2d5h')
            , @('--why', 'Your true situation, e.g. not-needed (see `reasons`)')
            , @('--payment', 'How it was paid (see `payments`)')
            , @('--site-status', 'The status that the order page shows now')
            , @('--cancel-button', 'Does the page show a Cancel button?')
            , @('--no-cancel-button', 'Does the page show a Cancel button?')
            , @('--free-return', 'Has the item the Free Return badge?')
            , @('--no-free-return', 'Has the item the Free Return badge?')
            , @('--keep', 'Do you want to keep the goods?')
            , @('--no-keep', 'Do you want to keep the goods?')
            , @('--parcel', 'What the tracking says: unknown, moving, stuck, invalid, elsewhere')
            , @('--coupon', 'The coupon used: none, platform, store, code, select')
            , @('--total', 'What was paid')
            , @('--title', 'What was ordered, in your words')
            , @('--store', 'The seller''s store')
            , @('--alias', 'Your own short name for the order')
            , @('--item', 'A line of the order')
            , @('--country', 'Your country, ISO 3166, e.g')
            , @('--tracking', 'The tracking number')
            , @('--note', 'A note of yours')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'plan' = @(
            , @('--json', 'Print JSON (schema aliorder.plan/1)')
            , @('--event', 'Something that happened, e.g. paid=yesterday')
            , @('--deadline', 'A deadline shown on the page, e.g. ship-by=+2d5h')
            , @('--why', 'Your true situation, e.g. not-needed (see `reasons`)')
            , @('--payment', 'How it was paid (see `payments`)')
            , @('--site-status', 'The status that the order page shows now')
            , @('--cancel-button', 'Does the page show a Cancel button?')
            , @('--no-cancel-button', 'Does the page show a Cancel button?')
            , @('--free-return', 'Has the item the Free Return badge?')
            , @('--no-free-return', 'Has the item the Free Return badge?')
            , @('--keep', 'Do you want to keep the goods?')
            , @('--no-keep', 'Do you want to keep the goods?')
            , @('--parcel', 'What the tracking says: unknown, moving, stuck, invalid, elsewhere')
            , @('--coupon', 'The coupon used: none, platform, store, code, select')
            , @('--total', 'What was paid')
            , @('--title', 'What was ordered, in your words')
            , @('--store', 'The seller''s store')
            , @('--alias', 'Your own short name for the order')
            , @('--item', 'A line of the order')
            , @('--country', 'Your country, ISO 3166, e.g')
            , @('--tracking', 'The tracking number')
            , @('--note', 'A note of yours')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'reasons' = @(
            , @('--stage', 'The stage of the order')
            , @('--why', 'Your true situation')
            , @('--json', 'Print JSON (schema aliorder.reasons/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'add' = @(
            , @('--event', 'Something that happened, e.g. paid=yesterday')
            , @('--deadline', 'A deadline shown on the page, e.g. ship-by=+2d5h')
            , @('--why', 'Your true situation, e.g. not-needed (see `reasons`)')
            , @('--payment', 'How it was paid (see `payments`)')
            , @('--site-status', 'The status that the order page shows now')
            , @('--cancel-button', 'Does the page show a Cancel button?')
            , @('--no-cancel-button', 'Does the page show a Cancel button?')
            , @('--free-return', 'Has the item the Free Return badge?')
            , @('--no-free-return', 'Has the item the Free Return badge?')
            , @('--keep', 'Do you want to keep the goods?')
            , @('--no-keep', 'Do you want to keep the goods?')
            , @('--parcel', 'What the tracking says: unknown, moving, stuck, invalid, elsewhere')
            , @('--coupon', 'The coupon used: none, platform, store, code, select')
            , @('--total', 'What was paid')
            , @('--title', 'What was ordered, in your words')
            , @('--store', 'The seller''s store')
            , @('--alias', 'Your own short name for the order')
            , @('--item', 'A line of the order')
            , @('--country', 'Your country, ISO 3166, e.g')
            , @('--tracking', 'The tracking number')
            , @('--note', 'A note of yours')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'edit' = @(
            , @('--drop-event', 'Forget events of a kind')
            , @('--clear', 'Forget a fact or a deadline')
            , @('--event', 'Something that happened, e.g. paid=yesterday')
            , @('--deadline', 'A deadline shown on the page, e.g. ship-by=+2d5h')
            , @('--why', 'Your true situation, e.g. not-needed (see `reasons`)')
            , @('--payment', 'How it was paid (see `payments`)')
            , @('--site-status', 'The status that the order page shows now')
            , @('--cancel-button', 'Does the page show a Cancel button?')
            , @('--no-cancel-button', 'Does the page show a Cancel button?')
            , @('--free-return', 'Has the item the Free Return badge?')
            , @('--no-free-return', 'Has the item the Free Return badge?')
            , @('--keep', 'Do you want to keep the goods?')
            , @('--no-keep', 'Do you want to keep the goods?')
            , @('--parcel', 'What the tracking says: unknown, moving, stuck, invalid, elsewhere')
            , @('--coupon', 'The coupon used: none, platform, store, code, select')
            , @('--total', 'What was paid')
            , @('--title', 'What was ordered, in your words')
            , @('--store', 'The seller''s store')
            , @('--alias', 'Your own short name for the order')
            , @('--item', 'A line of the order')
            , @('--country', 'Your country, ISO 3166, e.g')
            , @('--tracking', 'The tracking number')
            , @('--note', 'A note of yours')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'record' = @(
            , @('--on', 'When it happened; without it, now for what you do or read, else today')
            , @('--amount', 'A part of the total, for refunds')
            , @('--text', 'What was written, word for word')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'remove' = @(
            , @('-y', 'Do not ask')
            , @('--yes', 'Do not ask')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'list' = @(
            , @('--stage', 'Only orders in this stage')
            , @('--action', 'Only orders with this advice')
            , @('--open', 'Only orders that need something or somebody')
            , @('--due-within', 'Only orders with a deadline within so many days, e.g. 7d')
            , @('--columns', 'Only these, with commas between them')
            , @('--json', 'Print JSON (schema aliorder.list/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'show' = @(
            , @('--json', 'Print JSON (schema aliorder.order/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'history' = @(
            , @('--json', 'Print JSON (schema aliorder.history/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'message' = @(
            , @('--about', 'What it is for; without it, what is advised now')
            , @('--lang', 'Its language, e.g. zh; English without it')
            , @('--beside', 'The same once more, in your language')
            , @('--details', 'In your own words: what is wrong, what to change')
            , @('--amount', 'What you ask for, e.g. 5.00 USD')
            , @('--arn', 'The reference of a refund')
            , @('--copy', 'Put it on the clipboard, too')
            , @('--sent', 'Note that you have sent it just now')
            , @('--list', 'List the kinds and the languages')
            , @('--json', 'Print JSON (schema aliorder.message/1; with --list, aliorder.messages/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'evidence' = @(
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'evidence add' = @(
            , @('--kind', 'What it is, e.g. photo, chat, tracking')
            , @('--shows', 'What it shows, in your words')
            , @('--on', 'When that was')
            , @('--for', 'What it helps to prove; without it, anything')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'evidence list' = @(
            , @('--for', 'Check against this, not what the order tells')
            , @('--json', 'Print JSON (schema aliorder.evidence/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'evidence edit' = @(
            , @('--kind', 'What it is, e.g. photo, chat, tracking')
            , @('--shows', 'What it shows, in your words')
            , @('--on', 'When that was')
            , @('--for', 'What it helps to prove; without it, anything')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'evidence open' = @(
            , @('--path', 'Print where it lies, and open nothing')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'evidence remove' = @(
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'evidence export' = @(
            , @('--details', 'What is wrong, in your own words')
            , @('--ask', 'What you ask for, in your own sentence')
            , @('--amount', 'How much you ask for, e.g. 5.00 USD')
            , @('--name', 'Your name, to stand on the page')
            , @('--for', 'What it has to prove')
            , @('--leave-out', 'Leave out files that are gone or changed, and say so in it')
            , @('--force', 'Replace an older dossier')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'evidence verify' = @(
            , @('--json', 'Print JSON (schema aliorder.verdict/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'note' = @(
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'due' = @(
            , @('--within', 'Only what is due within so many days, e.g. 7d, and overdue')
            , @('--ics', 'Write a calendar file instead; - is standard output')
            , @('--exit-code', 'End with 1 where nothing is due')
            , @('--columns', 'Only these, with commas between them')
            , @('--json', 'Print JSON (schema aliorder.due/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'refunds' = @(
            , @('--overdue', 'Only those whose last day is over')
            , @('--exit-code', 'End with 1 if there are none')
            , @('--columns', 'Only these, with commas between them')
            , @('--json', 'Print JSON (schema aliorder.refunds/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'refund' = @(
            , @('--method', 'How it was paid (see `payments`)')
            , @('--from', 'The day on which the method''s clock starts')
            , @('--country', 'Your country, ISO 3166')
            , @('--json', 'Print JSON (schema aliorder.refund/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'payments' = @(
            , @('--json', 'Print JSON (schema aliorder.payments/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'import' = @(
            , @('--dry-run', 'Say what would be new and what would change; change nothing')
            , @('--format', 'Read the files as this (--formats lists them)')
            , @('--formats', 'List the formats that can be read')
            , @('--seen', 'When the files were saved, where they do not say it')
            , @('--date-order', 'How dates in figures are written')
            , @('--decimal', 'The decimal mark of amounts')
            , @('--currency', 'The currency of amounts that name none')
            , @('--encoding', 'The encoding of the text, e.g. cp1252; else UTF-8')
            , @('--trust-numbers', 'Take order numbers that end in zeros as they stand')
            , @('--order', 'What names no order is about this one')
            , @('--column', 'Which column holds a fact: order, placed, status, title, total ...')
            , @('--map', 'The name of a column map, to use or to save')
            , @('--keep-raw', 'Keep the files whole, addresses and all, to read them again later')
            , @('--reparse', 'Read all files again that were kept whole')
            , @('--json', 'Print JSON (schema aliorder.import/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'export' = @(
            , @('--format', 'The format, where the name of FILE does not tell it')
            , @('--stage', 'Only orders in this stage')
            , @('--action', 'Only orders with this advice')
            , @('--open', 'Only orders that need something or somebody')
            , @('--due-within', 'Only orders with a deadline within so many days, e.g. 7d')
            , @('--plain', 'CSV for programs: every text as it is, open to what a spreadsheet makes of it')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'undo' = @(
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'backup' = @(
            , @('--list', 'List the backups in that folder instead')
            , @('--json', 'With --list, print JSON (schema aliorder.backups/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'restore' = @(
            , @('-y', 'Do not ask')
            , @('--yes', 'Do not ask')
            , @('--dry-run', 'Say what would change, and change nothing')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'config' = @(
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'config show' = @(
            , @('--json', 'Print JSON (schema aliorder.config/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'config set' = @(
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'config unset' = @(
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'config path' = @(
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'policy' = @(
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'policy show' = @(
            , @('--json', 'Print JSON (schema aliorder.policy/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'policy check' = @(
            , @('--only', 'Only one kind: stale, overridden, quarrelling, weak')
            , @('--exit-code', 'End with 1 if nothing was found')
            , @('--json', 'Print JSON (schema aliorder.policy-check/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'policy sources' = @(
            , @('--json', 'Print JSON (schema aliorder.sources/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'paths' = @(
            , @('--json', 'Print JSON (schema aliorder.paths/1)')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'wipe' = @(
            , @('-y', 'Do not ask')
            , @('--yes', 'Do not ask')
            , @('--dry-run', 'List what would be deleted, and delete nothing')
            , @('--settings', 'Delete the settings, the policy, the column maps and your texts, too')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'completion' = @(
            , @('--install', 'Put it where the shell looks')
            , @('--uninstall', 'Take back what --install did')
            , @('-y', 'Do not ask before a line is added')
            , @('--yes', 'Do not ask before a line is added')
            , @('--dry-run', 'Show what would be done, and do nothing')
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'schema' = @(
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
        'help' = @(
            , @('-h', 'Show this message and exit')
            , @('--help', 'Show this message and exit')
        )
    }
    $arguments = @{
        'advise/0' = 'open-orders'
        'explain/0' = 'orders'
        'plan/0' = 'open-orders'
        'edit/0' = 'orders'
        'record/0' = 'open-orders'
        'record/1' = 'kind'
        'remove/0' = 'orders'
        'show/0' = 'orders'
        'history/0' = 'orders'
        'message/0' = 'orders'
        'evidence/0' = 'evidence-command'
        'evidence list/0' = 'orders'
        'evidence edit/0' = 'orders'
        'evidence open/0' = 'orders'
        'evidence export/0' = 'orders'
        'evidence export/1' = 'file'
        'evidence verify/0' = 'file'
        'refund/0' = 'orders'
        'export/0' = 'file'
        'backup/0' = 'file'
        'restore/0' = 'backups'
        'config/0' = 'config-command'
        'config show/0' = 'setting'
        'config set/0' = 'setting'
        'config set/1' = 'setting-value'
        'config unset/0' = 'setting'
        'policy/0' = 'policy-command'
        'policy show/0' = 'figure'
        'policy sources/0' = 'source'
        'completion/0' = 'shell'
        'schema/0' = 'schema'
        'help/0' = 'topic'
        'help/1' = 'command-within'
    }
    $repeated = @{
        'evidence add' = 'file'
        'evidence remove' = 'orders'
        'note' = 'orders'
        'import' = 'file'
    }
    $afterEquals = @{
        'event' = 'when'
        'deadline' = 'any'
        'column' = 'any'
    }
    $byArgument = @{
        'setting-value' = @{ 'country' = 'country'; 'payment' = 'payment'; 'color' = 'color'; 'message_language' = 'message-language'; 'language' = 'language' }
        'command-within' = @{ 'evidence' = 'evidence-command'; 'config' = 'config-command'; 'policy' = 'policy-command' }
    }
    $groups = @('evidence', 'config', 'policy')
    $joined = @('list-columns', 'due-columns', 'refunds-columns')
    $kept = @('orders', 'open-orders', 'backups', 'maps')

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
            if ($list -eq 'backups') { $lines = @('latest' | Where-Object { $_.StartsWith($current) }) + $lines }
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
