-- Each statement can be run again, as in V1.

-- The key of the only person who ever wrote in this place, where it is their private chat; empty once somebody else
-- wrote there too; NULL where the platform did not say that it is private.
ALTER TABLE conversation ADD COLUMN IF NOT EXISTS private_to VARCHAR;

-- The key of the person whose name and profile these are; NULL where it is not known.
ALTER TABLE session ADD COLUMN IF NOT EXISTS opened_by VARCHAR;

-- What is kept of a person is read, and deleted, by this. (Replies have a key here too: a character's.)
CREATE INDEX IF NOT EXISTS utterance_of_speaker ON utterance (speaker_key, id);

-- What people asked for. A row stays when all else of a person is gone, so who they are is kept as a hash of their key.
CREATE TABLE IF NOT EXISTS wish (
    person          BINARY(32) PRIMARY KEY, -- SHA-256
    opted_out       BOOLEAN NOT NULL DEFAULT FALSE,
    forgotten_until TIMESTAMP(9) WITH TIME ZONE -- what they sent until then is not taken (again)
);

-- One row: whether deleted texts may still stand in the file, which has to be written anew.
CREATE TABLE IF NOT EXISTS upkeep (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    rewrite_due BOOLEAN NOT NULL
);
INSERT INTO upkeep (id, rewrite_due)
    SELECT 1, EXISTS (SELECT 1 FROM utterance WHERE standing = 'DELETED')
    WHERE NOT EXISTS (SELECT 1 FROM upkeep);

-- What its author took away was marked only; from now on its text is not kept.
UPDATE utterance SET text = '' WHERE standing = 'DELETED' AND text <> '';

-- Until now there was the console alone, where everybody talks in private.
UPDATE conversation c
    SET private_to = (
        SELECT CASE WHEN COUNT(DISTINCT u.speaker_key) > 1 THEN '' ELSE MIN(u.speaker_key) END
        FROM session s JOIN utterance u ON u.session_id = s.id
        WHERE s.conversation_id = c.id AND u.speaker_kind = 'PERSON')
    WHERE platform = 'console' AND private_to IS NULL;
UPDATE session s
    SET opened_by = COALESCE(
        (SELECT NULLIF(c.private_to, '') FROM conversation c WHERE c.id = s.conversation_id),
        (SELECT u.speaker_key FROM utterance u
            WHERE u.session_id = s.id AND u.speaker_kind = 'PERSON' AND u.name = s.user_name
            ORDER BY u.id FETCH FIRST ROW ONLY))
    WHERE opened_by IS NULL;
