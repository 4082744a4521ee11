PRAGMA application_id = 1097623887;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE before_images (
        command_id INTEGER NOT NULL REFERENCES commands (id) ON DELETE CASCADE,
        number TEXT NOT NULL,
        document TEXT,
        PRIMARY KEY (command_id, number)
    ) WITHOUT ROWID
    ;
INSERT INTO "before_images" VALUES(1,'3040777700001111',NULL);
INSERT INTO "before_images" VALUES(1,'8123000000002345',NULL);
INSERT INTO "before_images" VALUES(2,'3040777700001111','{"order": "3040777700001111", "alias": null, "title": null, "store": null, "items": [], "total": null, "payment": null, "country": null, "coupon": null, "free_return": null, "cancel_button": null, "keep": null, "site_status": null, "tracking": null, "parcel": "unknown", "why": null, "notes": [], "events": [], "deadlines": [], "own": []}');
INSERT INTO "before_images" VALUES(2,'8190000000002345',NULL);
CREATE TABLE commands (
        id INTEGER PRIMARY KEY,
        command TEXT NOT NULL,
        at TEXT NOT NULL
    );
INSERT INTO "commands" VALUES(1,'import orders.csv','2026-05-04T10:30:00+02:00');
INSERT INTO "commands" VALUES(2,'edit','2026-05-04T10:30:00+02:00');
CREATE TABLE deadlines (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        on_day TEXT,
        at TEXT,
        PRIMARY KEY (order_id, position),
        CHECK (on_day IS NULL OR at IS NULL)
    ) WITHOUT ROWID
    ;
INSERT INTO "deadlines" VALUES(1,0,'deliver-by','2026-06-30',NULL);
CREATE TABLE events (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        on_day TEXT,
        at TEXT,
        amount TEXT,
        currency TEXT,
        PRIMARY KEY (order_id, position),
        CHECK (on_day IS NULL OR at IS NULL),
        CHECK ((amount IS NULL) = (currency IS NULL))
    ) WITHOUT ROWID
    ;
INSERT INTO "events" VALUES(1,0,'placed','2026-04-20',NULL,NULL,NULL);
INSERT INTO "events" VALUES(1,1,'paid',NULL,'2026-04-20T09:05:00-07:00',NULL,NULL);
INSERT INTO "events" VALUES(1,2,'refund-started',NULL,NULL,'5.00','USD');
CREATE TABLE files (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL,
        name TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        seen TEXT NOT NULL,
        format TEXT NOT NULL,
        terms TEXT NOT NULL,
        raw INTEGER NOT NULL CHECK (raw IN (0, 1)),
        command_id INTEGER REFERENCES commands (id) ON DELETE SET NULL
    );
INSERT INTO "files" VALUES(1,'5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f','orders.csv','2026-05-04T10:30:00+02:00','2026-05-04T10:30:00+02:00','csv','{}',0,1);
CREATE TABLE items (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        line_id TEXT,
        title TEXT,
        quantity INTEGER NOT NULL,
        unit_amount TEXT,
        unit_currency TEXT,
        PRIMARY KEY (order_id, position),
        CHECK ((unit_amount IS NULL) = (unit_currency IS NULL))
    ) WITHOUT ROWID
    ;
INSERT INTO "items" VALUES(1,0,'8123000000002346','USB cable, 2 m',2,'6.10','USD');
INSERT INTO "items" VALUES(1,1,NULL,NULL,1,NULL,NULL);
CREATE TABLE notes (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (order_id, position)
    ) WITHOUT ROWID
    ;
INSERT INTO "notes" VALUES(1,0,'ask the seller');
INSERT INTO "notes" VALUES(1,1,'ask again');
CREATE TABLE orders (
        id INTEGER PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        alias TEXT UNIQUE COLLATE NOCASE,
        title TEXT,
        store_name TEXT,
        total_amount TEXT,
        total_currency TEXT,
        payment TEXT,
        country TEXT,
        coupon TEXT,
        free_return INTEGER CHECK (free_return IN (0, 1)),
        cancel_button INTEGER CHECK (cancel_button IN (0, 1)),
        keep INTEGER CHECK (keep IN (0, 1)),
        status_text TEXT,
        status_seen TEXT,
        tracking TEXT,
        parcel TEXT NOT NULL,
        why TEXT, own TEXT NOT NULL DEFAULT '',
        CHECK ((total_amount IS NULL) = (total_currency IS NULL)),
        CHECK ((status_text IS NULL) = (status_seen IS NULL))
    );
INSERT INTO "orders" VALUES(1,'8123000000002345','cable','USB cable','Cable Shop','12.20','USD','visa','DE','platform',1,0,NULL,'Awaiting delivery','2026-05-01T08:00:00+00:00','LB123456789CN','moving','not-needed','');
INSERT INTO "orders" VALUES(2,'3040777700001111',NULL,'Wool socks',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'unknown',NULL,'');
INSERT INTO "orders" VALUES(3,'8190000000002345','lamp','Lamp',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'unknown',NULL,'');
CREATE TABLE wakes (
        order_id INTEGER PRIMARY KEY REFERENCES orders (id) ON DELETE CASCADE,
        wake INTEGER
    , stage TEXT, is_open INTEGER CHECK (is_open IN (0, 1)), holds_until INTEGER, outlook TEXT);
INSERT INTO "wakes" VALUES(1,1778661000,'shipped',1,NULL,'[[],"wait",null,[],[]]');
INSERT INTO "wakes" VALUES(2,1778661000,'shipped',1,NULL,'[[],"wait",null,[],[]]');
INSERT INTO "wakes" VALUES(3,1778661000,'shipped',1,NULL,'[[],"wait",null,[],[]]');
CREATE TABLE wakes_hold (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        key TEXT NOT NULL,
        asked TEXT NOT NULL
    );
INSERT INTO "wakes_hold" VALUES(1,'policy 1','2026-05-04T10:30:00+02:00');
CREATE INDEX orders_backwards ON orders (substr(number, -1, 1) || substr(number, -2, 1) || substr(number, -3, 1) || substr(number, -4, 1) || substr(number, -5, 1) || substr(number, -6, 1) || substr(number, -7, 1) || substr(number, -8, 1) || substr(number, -9, 1) || substr(number, -10, 1) || substr(number, -11, 1) || substr(number, -12, 1));
CREATE INDEX events_refunded ON events (order_id) WHERE kind = 'refund-received';
CREATE INDEX wakes_known ON wakes (wake) WHERE wake IS NOT NULL;
CREATE INDEX orders_tracking ON orders (tracking) WHERE tracking IS NOT NULL;
CREATE INDEX files_sha256 ON files (sha256);
CREATE INDEX files_command ON files (command_id);
CREATE INDEX wakes_open ON wakes (order_id) WHERE is_open IS NOT 0;
COMMIT;
