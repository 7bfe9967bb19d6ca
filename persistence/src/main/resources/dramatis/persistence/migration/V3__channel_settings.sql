-- As V1: each statement can be run again, and names of a Java enum are checked.

-- How the bot behaves in a place, where somebody chose; a thread without a row has its channel's (thread_id '').
-- The place is not a row of conversation: a channel is set up before anybody talks in it.
CREATE TABLE IF NOT EXISTS channel_setting (
    platform         VARCHAR NOT NULL,
    chat_id          VARCHAR NOT NULL,
    thread_id        VARCHAR NOT NULL,
    on_mention       BOOLEAN NOT NULL,
    on_reply         BOOLEAN NOT NULL,
    on_name          BOOLEAN NOT NULL,
    on_all           BOOLEAN NOT NULL,
    chance           DOUBLE PRECISION NOT NULL,
    scope            VARCHAR(7) NOT NULL CHECK (scope IN ('THREAD', 'CHANNEL', 'USER')),
    listen           VARCHAR(9) NOT NULL CHECK (listen IN ('ALL', 'ADDRESSED')),
    cooldown_seconds INTEGER NOT NULL,
    bot_turn_cap     INTEGER NOT NULL,
    streaming        BOOLEAN NOT NULL,
    PRIMARY KEY (platform, chat_id, thread_id)
);
