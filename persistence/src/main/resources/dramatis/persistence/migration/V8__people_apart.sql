-- As V1: each statement can be run again.

-- Whose sessions these are, where each person has their own in a place; '' for everybody's. Messages, turns and posts are
-- in everybody's row of a place.
ALTER TABLE conversation ADD COLUMN IF NOT EXISTS person VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE conversation DROP CONSTRAINT IF EXISTS conversation_once;
ALTER TABLE conversation ADD CONSTRAINT IF NOT EXISTS conversation_of
    UNIQUE (platform, chat_id, thread_id, person);
CREATE INDEX IF NOT EXISTS conversation_of_person ON conversation (person);

-- What the place belongs to: a guild, a group or itself; NULL where nobody wrote there since this is known.
ALTER TABLE conversation ADD COLUMN IF NOT EXISTS place_id VARCHAR;
CREATE INDEX IF NOT EXISTS conversation_in_place ON conversation (platform, place_id);

-- Whether somebody chose its character here, and not the default.
ALTER TABLE session ADD COLUMN IF NOT EXISTS chosen BOOLEAN DEFAULT FALSE NOT NULL;

-- What was said in a character's hearing and not to it, until its next turn.
CREATE TABLE IF NOT EXISTS overheard (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session_id      BIGINT NOT NULL,
    speaker_key     VARCHAR NOT NULL,
    name            VARCHAR NOT NULL,
    said_at         TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    text            VARCHAR NOT NULL,
    conversation_id BIGINT NOT NULL REFERENCES conversation (id),
    message_id      VARCHAR NOT NULL,
    CONSTRAINT overheard_once UNIQUE (conversation_id, message_id)
);
CREATE INDEX IF NOT EXISTS overheard_in_session ON overheard (session_id, id);
CREATE INDEX IF NOT EXISTS overheard_of_speaker ON overheard (speaker_key);

-- Places that the bot was taken out of; what is kept of them is deleted after a while.
CREATE TABLE IF NOT EXISTS left_place (
    platform VARCHAR NOT NULL,
    place_id VARCHAR NOT NULL,
    left_at  TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (platform, place_id)
);

-- Which reply a message is a part of.
CREATE INDEX IF NOT EXISTS post_message_by_id ON post_message (message_id);
