"""Where the figures and rules were read; official pages are often known only from copies.

A source has a `url` only where its full address is known and safe to open.
"""

from __future__ import annotations

from datetime import date

from aliorder.domain.policy import Source

READ = date(2026, 11, 22)

GUIDES = (
    Source("S0", "Giftmio: cancelling an order and getting a refund (undated)", "C", READ),
    Source("S1", "Tutorial on cancelling (2023), translated from Italian", "C", READ),
    Source("S2", "Guide to cancelling on the old site (about 2016), translated from Russian", "C", READ),
    Source("S3", "Zopi help for dropshippers: cancelling, refunds, returns (2025)", "C", READ),
    Source("S4", "The stages of an order and how to cancel in each (undated)", "C", READ),
)

JUDGEMENT = (Source("judgement", "Our own judgement, on the buyer's safe side", "J", READ),)

SITE = (
    Source(
        "api-status", "Open platform: order states (copy)", "A", READ, "https://www.kancloud.cn/ywfwj2008/smt/127550"
    ),
    Source("api-end-reasons", "Why orders end, as several public code bases agree", "A", READ),
    Source("api-pay-timeout", "Open platform: each order has its own time to pay", "A", READ),
    Source(
        "aliexpress-mcp",
        "Public code and recordings of the buyer's pages, 2026",
        "A",
        READ,
        "https://github.com/maxwellmezadre/aliexpress-mcp",
    ),
    Source(
        "order-exporter",
        "A real file of the order exporter, German account, 2025",
        "C",
        READ,
        "https://github.com/webnology-ch/aliexpress-orders-nodejs-app",
    ),
    Source(
        "help-2022",
        "Help centre, 2021 and 2022 (copies)",
        "A",
        READ,
        "https://christinasbeautyjourney.blogspot.com/2022/03/what-are-order-states-orders-can-be.html",
    ),
    Source("faq-2018", "Official questions and answers, August 2018 (copy)", "A", READ),
    Source("help-2013", "Official page on opening a dispute, about 2013", "A", READ),
    Source("dispute-windows-old", "Official dispute pages of the first years, outdated", "A", READ),
    Source("bank-transfer-page", "Official page on bank transfers", "A", READ),
    Source("boleto-faq", "Official questions and answers on Boleto", "A", READ),
    Source("free-return-page", "Official page on free returns (several copies)", "A", READ),
    Source("buyer-protection-page", "Official page on Buyer Protection (copies)", "B", READ),
    Source("cnjdpart", "Questions and answers on refunds and returns (copy)", "B", READ),
    Source(
        "select-coupons",
        "Official guide to select coupons",
        "A",
        READ,
        "https://sale.aliexpress.com/Select_Coupons_User_Guide.htm",
    ),
    Source(
        "activities-2012",
        "Official answer on cancelling an order, about 2012",
        "A",
        READ,
        "http://activities.aliexpress.com/adcms/help-aliexpress-com/topquestions/cancel_order.php",
    ),
    Source(
        "rules-2020",
        "Rules for sellers who do not ship, 2020-08-25",
        "A",
        READ,
        "https://sell.aliexpress.com/__pc/-rulesEN.htm",
    ),
    Source(
        "rules-chargeback",
        "What AliExpress tells sellers about chargebacks",
        "A",
        READ,
        "https://sell.aliexpress.com/zh/__pc/qWVDrb5QdG.htm",
    ),
)

PAYMENT = (
    Source(
        "intl-alipay", "Alipay international help: refunds", "A", READ, "https://intl.alipay.com/ihome/help/home.htm"
    ),
    Source("alipay-docs", "Alipay documentation: refunds to other wallets", "A", READ),
    Source("paypal-faq", "PayPal: how long a dispute and a claim can be opened", "A", READ),
    Source("paypal-refund-faq", "PayPal: when a refund shows on a card statement", "A", READ),
    Source("paypal-funding", "How long PayPal refunds take, by what paid for them", "C", READ),
    Source("card-rules", "Chargeback times of the card schemes, two overviews", "B", READ),
    Source("ebanx-card", "EBANX help: refunds to cards in Latin America", "A", READ),
    Source("ebanx-boleto", "EBANX help: refunds of a Boleto", "A", READ),
    Source("klarna", "Klarna, Switzerland and United Kingdom: refunds by a shop", "A", READ),
    Source("clearpay", "Clearpay help: refunds by a shop", "A", READ),
    Source("revolut-ideal", "Revolut help: refunds of iDEAL payments", "A", READ),
    Source("mollie", "Mollie: refunds of iDEAL and Bancontact payments", "A", READ),
    Source("bancontact-shop", "A Belgian shop on refunds by Bancontact", "C", READ),
    Source("stripe-sofort", "Stripe support: the end of Sofort as its own method", "A", READ),
    Source("giropay-end", "iBusiness: the end of Giropay (October 2024)", "A", READ),
    Source("psp-docs", "Payment firms' documentation: Przelewy24, BLIK and Pix refunds", "A", READ),
    Source("ppro-oxxo", "PPRO documentation: OXXO", "A", READ),
    Source("mercado-libre", "Mercado Libre: times of refunds", "C", READ, "https://mercadolibre.com.ar/ayuda/5266"),
    Source("gcash-help", "GCash help: refunds by a merchant", "A", READ),
    Source("naverpay-2024", "Asia Economy on NaverPay refunds (2024-07-27)", "C", READ),
    Source("qiwi-oplata", "aliexpress-oplata.ru, quoting AliExpress on QIWI", "B", READ),
    Source("qiwi-end", "3DNews: the licence of the QIWI bank was withdrawn", "B", READ),
    Source("alibaba-transfer", "Alibaba.com service: refunds of bank transfers", "B", READ),
    Source("ryviu", "Ryviu guide, 2022", "C", READ),
    Source("que-dalle", "que-dalle.com, Spanish guides", "C", READ),
    Source("readmag", "readmag.ru on refunds", "C", READ),
    Source("sonyps4", "sonyps4.ru on refunds to an Alipay wallet", "C", READ),
    Source("detkamir", "detkamir.ru on disputes and refunds", "C", READ),
    Source("glarity", "Glarity answers on refunds as AliExpress bonus (2025)", "C", READ),
    Source("kyliecosmetics", "kyliecosmetics.ru on gift cards", "C", READ),
    Source("todasasrespostas", "todasasrespostas.com on Boleto refunds", "C", READ),
    Source(
        "chinaparcels",
        "chinaparcels.com on refunds and returns",
        "B",
        READ,
        "https://chinaparcels.com/online-marketplaces/aliexpress",
    ),
    Source("alibilling", "alibilling, quoting the Buyer Protection page", "B", READ),
    Source("alixblog-refund", "alixblog on a refund that does not arrive", "C", READ),
    Source("arn", "guide-aliexpress.com: the ARN, the number by which a bank finds a refund", "C", READ),
)

ELSEWHERE = (
    Source("accio", "accio.com on cancelling and returning (2025)", "C", READ),
    Source("ali-shop", "ali-shop.net on closed accounts and holidays", "B", READ),
    Source(
        "aliexpressers",
        "aliexpressers.ru on China's holidays",
        "C",
        READ,
        "https://aliexpressers.ru/en/rabota-aliekspress-na-novyj-god-kogda-i-kak-prohodyat-rasprodazhi-i-chto-eshhe-nado-znat-o-prazdnikah.html",
    ),
    Source("alibestfinds", "alibestfinds.com on cancelled deliveries", "C", READ),
    Source("alideliv", "alideliv.ru on payment checks and unpaid orders", "C", READ),
    Source("aliexpresshlp", "aliexpresshlp.ru on order states and refunds", "C", READ),
    Source("aliexpressreview", "aliexpressreview on disputes", "C", READ),
    Source("alifaq", "alifaq.org on cancelling an order", "B", READ),
    Source("alihelper", "alihelper.net on orders that the seller cancels", "C", READ),
    Source("alimaniac", "alimaniac.com on shopping and order states", "B", READ),
    Source("aliwka", "aliwka.com on order states", "B", READ),
    Source("alixblog-es", "alixblog, Spanish edition", "C", READ),
    Source("alixblog-pt", "alixblog, Portuguese edition", "C", READ),
    Source("alixcadet", "alixcadet.com on cancelling", "B", READ),
    Source("all55", "all55.ru on unpaid orders", "C", READ),
    Source(
        "allexprs",
        "allexprs.info on states and refunds",
        "B",
        READ,
        "https://eng.allexprs.info/info/article/kak-proiskhodit-vozmeshchenie-sredstv-na-aliekspress.html",
    ),
    Source("bio-guard", "bio-guard, quoting the old Buyer Protection", "C", READ),
    Source("boxing-niimi", "boxing.niimi.work, Spanish order labels", "C", READ),
    Source("ceskyali", "ceskyali.cz, a copy of buyer help in Czech", "B", READ),
    Source("chadbrain", "news.chadbrain, Italian order labels", "C", READ),
    Source("checkdatetime", "checkdatetime on China's days off in 2026, quoting the State Council", "B", READ),
    Source("chinaparcel", "chinaparcel.net on disputes", "B", READ, "https://chinaparcel.net/es/posts/3"),
    Source("chinaparcel-payment", "chinaparcel.net on payment", "C", READ, "https://chinaparcel.net/en/posts/87"),
    Source("chinaparcel-refund", "chinaparcel.net on refund steps", "B", READ, "https://chinaparcel.net/pl/posts/58"),
    Source("chinaparcel-wallets", "chinaparcel.net on Russian wallets", "C", READ),
    Source("coleco", "blog.coleco.com.br, Portuguese order labels", "C", READ),
    Source("everydaypaws", "everydaypaws on disputes", "C", READ),
    Source("evz", "European Consumer Centre Germany: the right to withdraw", "A", READ),
    Source("fflr", "fflr.ru on confirming receipt", "C", READ),
    Source("foit", "foit.ru on order states (2021)", "C", READ),
    Source("freegameguide", "freegameguide.org, a copy of buyer help", "C", READ),
    Source("freightcourse", "freightcourse on orders that the seller cancels", "C", READ),
    Source("gamevid", "gamevid.ru on confirming receipt", "C", READ),
    Source("gizmodo-uol", "gizmodo.uol on paying in Brazil (2021)", "C", READ),
    Source("goonggme", "goonggme, Korean order labels (2024)", "C", READ),
    Source("guide-aliexpress", "guide-aliexpress.com on shipping and refunds", "C", READ),
    Source("guide-aliexpress-48h", "guide-aliexpress.com on sellers who do not answer", "B", READ),
    Source("guides-2016", "Guides up to 2016 on disputes", "C", READ),
    Source("hb2b-appeal", "hb2b on appeals, for sellers", "C", READ, "https://en.hb2b.com/ask/190738"),
    Source("hitno", "A store's own text at hitno.com", "C", READ),
    Source(
        "holidays-library",
        "The holidays library on China's public holidays of 2027 to 2040",
        "C",
        READ,
        "https://github.com/vacanza/holidays",
    ),
    Source("howandroidhelp", "howandroidhelp on unpaid orders", "C", READ),
    Source("izvestia", "Izvestia on closed accounts (2018-08-14)", "B", READ),
    Source("mirrorinfo", "mirrorinfo.online on cancelling", "C", READ),
    Source("miorti", "miorti.es, Spanish order labels", "C", READ),
    Source("mobilkoy", "mobilkoy on unpaid orders", "C", READ),
    Source(
        "mysku",
        "mysku.club on order states",
        "B",
        READ,
        "https://mysku.club/page/articles/aliexpress/statusy-zakaza-na-aliekspress",
    ),
    Source(
        "nextp",
        "nextp.ru on AliExpress around the Spring Festival",
        "C",
        READ,
        "http://nextp.ru/grafik-raboty-aliekspress-v-kitaiskii-novyi-god-aliexpress-i-prazdniki-v.html",
    ),
    Source("oferal", "oferal.com on cancelled orders", "C", READ, "https://oferal.com/en/cancelled-order-aliexpress"),
    Source("onecommerce", "onecommerce.io on cancelling (2022)", "C", READ),
    Source("orientdeck", "orientdeck.com on unpaid orders", "C", READ),
    Source(
        "parcel-intelligence",
        "An extension's assumption of the length of Buyer Protection",
        "C",
        READ,
        "https://github.com/ElMagoCT/aliexpress-parcel-intelligence",
    ),
    Source(
        "secretali",
        "secretali.com on cancelling (2026-06-13)",
        "C",
        READ,
        "https://secretali.com/guide/how-to-cancel-aliexpress-order-2026",
    ),
    Source("sovetclub", "sovetclub.ru on cancelling, protection and refunds", "C", READ),
    Source("ssopdot-19333", "ssopdot.com, seller guide to disputes", "B", READ),
    Source("ssopdot-34226", "ssopdot.com, seller guide to false tracking numbers", "C", READ),
    Source("ssopdot-35242", "ssopdot.com, seller guide to refunds", "B", READ),
    Source(
        "state-council",
        "China's State Council on the days off of 2019 to 2026, as the holidays library cites it",
        "A",
        READ,
    ),
    Source("thehuts", "thehuts on how soon sellers answer", "C", READ),
    Source("viws", "viws.ru on disputes", "B", READ),
    Source("womanishclub", "womanishclub on the reasons of an unpaid order", "C", READ),
    Source("xiaoniucw", "xiaoniucw on how soon sellers answer", "C", READ),
)

SOURCES: tuple[Source, ...] = (*GUIDES, *JUDGEMENT, *SITE, *PAYMENT, *ELSEWHERE)
"""Every page or code base that a row of the policy can name, each id once."""
