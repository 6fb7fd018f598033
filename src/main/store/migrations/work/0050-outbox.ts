import type { Step } from '../run.ts';

/**
 * Changes on their way to a vendor, and every try to send one. Which state may follow which is in outbox-states.ts.
 *
 * `position` is the order of sending; `paused`, `depends_on` (this one goes after that one has arrived) and `conflict`
 * (what a fresh read found to differ from `base`, until a person has chosen) hold back one change. `base` is the
 * record's detail that the change was made on. `discarded_at` takes a change that was tried out of the lists and keeps
 * its log. No connection is referred to by a key: what was sent outlives its account.
 *
 * The large values stand last, so that a list reads past none of them. The triggers guard the log against a mistake in
 * a statement: what left this computer is neither deleted nor rewritten.
 */
export const step0050Outbox: Step = {
  version: 50,
  update: (db) => {
    db.exec(`
      CREATE TABLE outbox (
        id TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        vendor TEXT NOT NULL,
        connection_id TEXT,
        record_id TEXT,
        subject TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'ready', 'sending', 'sent', 'failed', 'needs-checking')),
        tier TEXT NOT NULL CHECK (tier IN ('T1', 'T2', 'T3', 'T4')),
        repeat TEXT NOT NULL CHECK (repeat IN ('safe', 'after-read', 'never')),
        attempts INTEGER NOT NULL DEFAULT 0,
        position INTEGER NOT NULL,
        paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
        depends_on TEXT REFERENCES outbox (id),
        spool_id TEXT REFERENCES spool (id),
        error_code TEXT,
        error_message TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        discarded_at TEXT,
        method TEXT NOT NULL,
        path TEXT NOT NULL,
        params TEXT NOT NULL CHECK (json_valid(params)),
        changes TEXT NOT NULL CHECK (json_valid(changes)),
        base TEXT CHECK (base IS NULL OR json_valid(base)),
        conflict TEXT CHECK (conflict IS NULL OR json_valid(conflict)),
        CHECK (connection_id IS NOT NULL OR state NOT IN ('ready', 'sending'))
      ) STRICT;

      CREATE INDEX outbox_state ON outbox (state, position) WHERE discarded_at IS NULL;
      CREATE INDEX outbox_record ON outbox (record_id) WHERE record_id IS NOT NULL;
      CREATE INDEX outbox_connection ON outbox (connection_id) WHERE connection_id IS NOT NULL;
      CREATE INDEX outbox_spool ON outbox (spool_id) WHERE spool_id IS NOT NULL;
      CREATE INDEX outbox_depends_on ON outbox (depends_on) WHERE depends_on IS NOT NULL;

      CREATE TABLE outbox_attempts (
        outbox_id TEXT NOT NULL REFERENCES outbox (id),
        attempt INTEGER NOT NULL,
        started_at TEXT NOT NULL,
        ended_at TEXT,
        outcome TEXT CHECK (outcome IN ('sent', 'failed', 'not-sent', 'needs-checking')),
        status INTEGER,
        error_code TEXT,
        error_message TEXT,
        PRIMARY KEY (outbox_id, attempt),
        CHECK ((ended_at IS NULL) = (outcome IS NULL))
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER outbox_attempts_stay BEFORE DELETE ON outbox_attempts
      BEGIN SELECT raise(ABORT, 'An attempt is never deleted.'); END;

      CREATE TRIGGER outbox_attempts_end_once BEFORE UPDATE ON outbox_attempts
      WHEN old.ended_at IS NOT NULL OR new.outbox_id <> old.outbox_id OR new.attempt <> old.attempt
        OR new.started_at <> old.started_at
      BEGIN SELECT raise(ABORT, 'An attempt is ended once and never rewritten.'); END;

      CREATE TRIGGER outbox_sent_stays BEFORE DELETE ON outbox WHEN old.state IN ('sending', 'sent', 'needs-checking')
      BEGIN SELECT raise(ABORT, 'What may have left is never deleted.'); END;

      CREATE TRIGGER outbox_sent_as_it_was
      BEFORE UPDATE OF id, operation, vendor, connection_id, record_id, spool_id, method, path, params, changes, base
      ON outbox WHEN old.state IN ('sending', 'sent')
      BEGIN SELECT raise(ABORT, 'What left is never rewritten.'); END;
    `);
  },
};
