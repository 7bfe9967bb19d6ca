-- Characters that people made up; their ids are slug~id.
CREATE TABLE IF NOT EXISTS persona (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug            VARCHAR NOT NULL,
    owner_platform  VARCHAR NOT NULL,
    owner_id        VARCHAR NOT NULL,
    home_platform   VARCHAR NOT NULL,
    home_id         VARCHAR NOT NULL,
    shared          BOOLEAN NOT NULL DEFAULT FALSE,
    created_at      TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    name            VARCHAR NOT NULL,
    book            VARCHAR,
    profile         VARCHAR NOT NULL,
    public_profile  VARCHAR NOT NULL,
    scene           VARCHAR NOT NULL,
    thought         VARCHAR NOT NULL,
    greetings       VARCHAR ARRAY NOT NULL,
    example_lines   VARCHAR ARRAY NOT NULL,
    example_replies VARCHAR ARRAY NOT NULL, -- as many
    avatar          VARCHAR NOT NULL,
    tags            VARCHAR ARRAY NOT NULL
);
CREATE INDEX IF NOT EXISTS persona_at_home ON persona (home_platform, home_id);
CREATE INDEX IF NOT EXISTS persona_of_owner ON persona (owner_platform, owner_id);
CREATE INDEX IF NOT EXISTS persona_shared ON persona (shared);
