-- What people said about themselves. A name that is NULL is their display name.
CREATE TABLE IF NOT EXISTS person (
    person      VARCHAR PRIMARY KEY, -- the key of their messages
    name        VARCHAR,
    description VARCHAR NOT NULL,
    told_at     TIMESTAMP(9) WITH TIME ZONE NOT NULL
);
