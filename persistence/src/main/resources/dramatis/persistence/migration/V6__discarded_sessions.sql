-- What was said after a reset that was taken back: no later taking back brings it up again.
ALTER TABLE session ADD COLUMN IF NOT EXISTS discarded BOOLEAN NOT NULL DEFAULT FALSE;
