-- As V1: each statement can be run again, and names of a Java enum are checked.

-- Where the owner wants thoughts to go, by platform.
CREATE TABLE IF NOT EXISTS thoughts (
    platform   VARCHAR PRIMARY KEY,
    mode       VARCHAR(7) NOT NULL CHECK (mode IN ('OFF', 'DM', 'CHANNEL')),
    channel_id VARCHAR
);

-- One hidden line of the owner's for the next reply, used once.
ALTER TABLE session ADD COLUMN IF NOT EXISTS steer VARCHAR;
