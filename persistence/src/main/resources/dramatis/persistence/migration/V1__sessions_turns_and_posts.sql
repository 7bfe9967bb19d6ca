-- Each statement can be run again: H2 commits every one by itself, and a kill may come between two.
-- Keys of other tables are foreign keys only where their index, which H2 makes for each, is read too: every commit
-- writes what changed of every index.
-- Columns that hold a name of a Java enum are checked; times are the platforms' or this machine's, to the nanosecond.

-- A place on a platform. Its row stays when the conversation moves on: messages keep the place they were written in.
CREATE TABLE IF NOT EXISTS conversation (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    platform   VARCHAR NOT NULL,
    chat_id    VARCHAR NOT NULL,
    thread_id  VARCHAR NOT NULL,
    session_id BIGINT, -- the one that plays here now
    CONSTRAINT conversation_once UNIQUE (platform, chat_id, thread_id)
);

CREATE TABLE IF NOT EXISTS session (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation_id BIGINT NOT NULL REFERENCES conversation (id),
    persona_id      VARCHAR NOT NULL,
    user_name       VARCHAR NOT NULL,
    user_profile    VARCHAR NOT NULL,
    scene           VARCHAR,
    history_from    BIGINT NOT NULL DEFAULT 0,
    opened_at       TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    closed          BOOLEAN NOT NULL DEFAULT FALSE
);

ALTER TABLE conversation ADD CONSTRAINT IF NOT EXISTS conversation_plays
    FOREIGN KEY (session_id) REFERENCES session (id);

-- One key for the messages of people and the replies of characters, growing in the order of the history.
CREATE TABLE IF NOT EXISTS utterance (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session_id      BIGINT NOT NULL,
    standing        VARCHAR(8) NOT NULL CHECK (standing IN ('PENDING', 'SAID', 'UNDONE', 'DELETED')),
    speaker_kind    VARCHAR(9) NOT NULL CHECK (speaker_kind IN ('PERSON', 'CHARACTER')),
    speaker_key     VARCHAR NOT NULL,
    name            VARCHAR NOT NULL,
    said_at         TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    -- of a person's message
    text            VARCHAR,
    conversation_id BIGINT REFERENCES conversation (id),
    message_id      VARCHAR,
    turn_id         BIGINT, -- answers it
    -- of a reply, whose text is its turns' segments
    swipe           INTEGER, -- the selected one
    CONSTRAINT message_once UNIQUE (conversation_id, message_id)
);
-- Range scans forwards (a history) and backwards (the last reply) within a session.
CREATE INDEX IF NOT EXISTS utterance_of_session ON utterance (session_id, id);

CREATE TABLE IF NOT EXISTS turn (
    id                BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session_id        BIGINT NOT NULL,
    conversation_id   BIGINT NOT NULL,
    kind              VARCHAR(8) NOT NULL CHECK (kind IN ('GREETING', 'REPLY', 'RETRY', 'CONTINUE')),
    state             VARCHAR(10) NOT NULL CHECK (
        state IN ('RECEIVED', 'GENERATING', 'ANSWERED', 'POSTED', 'FAILED', 'CANCELLED')),
    starts            INTEGER NOT NULL DEFAULT 0,
    reply_id          BIGINT REFERENCES utterance (id), -- makes or changes it
    reply_to          BIGINT, -- the last message it answers
    received_at       TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    -- once answered
    swipe             INTEGER, -- of the reply: this turn's segments are its text, or a part of it
    cut               BOOLEAN NOT NULL DEFAULT FALSE,
    finish            VARCHAR(9) CHECK (finish IN ('STOP', 'LENGTH', 'CANCELLED')),
    prompt_tokens     INTEGER,
    cached_tokens     INTEGER,
    new_tokens        INTEGER,
    first_token_nanos BIGINT,
    total_nanos       BIGINT,
    -- once failed or cancelled
    notice            VARCHAR -- the key of what was told
);
CREATE INDEX IF NOT EXISTS turn_in_state ON turn (state);
ALTER TABLE utterance ADD CONSTRAINT IF NOT EXISTS utterance_answered_by
    FOREIGN KEY (turn_id) REFERENCES turn (id);

CREATE TABLE IF NOT EXISTS segment (
    turn_id BIGINT NOT NULL REFERENCES turn (id),
    number  INTEGER NOT NULL,
    kind    VARCHAR(7) NOT NULL CHECK (kind IN ('PLAN', 'THOUGHT', 'SPEECH', 'ACTION')),
    text    VARCHAR NOT NULL,
    PRIMARY KEY (turn_id, number)
);

-- A piece of a turn on its way to the platform; written before it is posted.
CREATE TABLE IF NOT EXISTS post (
    turn_id         BIGINT NOT NULL REFERENCES turn (id),
    piece           INTEGER NOT NULL,
    conversation_id BIGINT NOT NULL,
    attempts        INTEGER NOT NULL,
    outcome         VARCHAR(7) NOT NULL CHECK (outcome IN ('SENT', 'REFUSED', 'UNKNOWN')),
    refusal         VARCHAR,
    PRIMARY KEY (turn_id, piece)
);

-- The platform's messages that a piece became.
CREATE TABLE IF NOT EXISTS post_message (
    turn_id    BIGINT NOT NULL,
    piece      INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    message_id VARCHAR NOT NULL,
    PRIMARY KEY (turn_id, piece, number),
    FOREIGN KEY (turn_id, piece) REFERENCES post (turn_id, piece)
);
