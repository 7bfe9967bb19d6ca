-- As V1: each statement can be run again.

-- Whoever was paired as the bot's owner.
CREATE TABLE IF NOT EXISTS paired (
    platform VARCHAR PRIMARY KEY,
    user_id  VARCHAR NOT NULL
);

-- What a platform told and was carried out, for it may tell of it again; the newest of each platform.
CREATE TABLE IF NOT EXISTS begun (
    id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    platform VARCHAR NOT NULL,
    event    VARCHAR NOT NULL,
    CONSTRAINT begun_once UNIQUE (platform, event)
);
CREATE INDEX IF NOT EXISTS begun_of_platform ON begun (platform, id);
