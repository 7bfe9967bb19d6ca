-- What admins made of people; whose platform is the place's.
CREATE TABLE IF NOT EXISTS granted (
    id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    platform VARCHAR NOT NULL,
    place_id VARCHAR NOT NULL,
    user_id  VARCHAR NOT NULL,
    role     VARCHAR(7) NOT NULL CHECK (role IN ('MANAGER', 'BLOCKED')),
    by_id    VARCHAR NOT NULL,
    since    TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    CONSTRAINT granted_once UNIQUE (platform, place_id, user_id)
);

-- Who changed what; no text of any chat.
CREATE TABLE IF NOT EXISTS audit (
    id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    platform VARCHAR NOT NULL,
    place_id VARCHAR NOT NULL,
    by_id    VARCHAR NOT NULL,
    what     VARCHAR NOT NULL,
    subject  VARCHAR NOT NULL,
    done_at  TIMESTAMP(9) WITH TIME ZONE NOT NULL
);
CREATE INDEX IF NOT EXISTS audit_of_place ON audit (platform, place_id, id);
