-- Old looks may be pruned in whole sealed blocks; the block's hash stays and proves
-- what it held, and the act that pruned it stands in the chain of acts.

-- The time of an entry is the database's own, whatever the application wrote.
CREATE OR REPLACE FUNCTION audit_chain_act() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    last audit_act;
BEGIN
    -- One act at a time, until its transaction ends: the chain has no forks.
    PERFORM pg_advisory_xact_lock(hashtext('audit_act'));
    SELECT * INTO last FROM audit_act ORDER BY id DESC LIMIT 1;
    NEW.id := coalesce(last.id, 0) + 1;
    NEW.at := clock_timestamp();
    NEW.previous_hash := coalesce(last.hash, repeat('0', 64));
    NEW.hash := encode(
        sha256(convert_to(NEW.previous_hash || audit_act_text(NEW), 'UTF8')), 'hex'
    );
    RETURN NEW;
END $$;

CREATE FUNCTION audit_stamp_look() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.at := clock_timestamp();
    RETURN NEW;
END $$;

CREATE TRIGGER audit_look_stamp BEFORE INSERT ON audit_look
    FOR EACH ROW EXECUTE FUNCTION audit_stamp_look();

-- Nobody chooses a number: it would slip a look in behind a seal.
ALTER TABLE audit_look ALTER COLUMN id SET GENERATED ALWAYS;

-- What of a seal is hashed: its own fields, and its looks through their hash.
CREATE FUNCTION audit_block_text(seal audit_seal) RETURNS text
LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
    SELECT jsonb_build_array(
        seal.id, to_char(seal.at, 'YYYY-MM-DD"T"HH24:MI:SS.US'), seal.looks,
        seal.first_look, seal.last_look, seal.content_hash
    )::text
$$;

-- A long transaction with a look must not hold up every page behind a waiting seal:
-- the seal gives way and comes again a minute later.
CREATE OR REPLACE FUNCTION audit_seal_looks() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET lock_timeout = '3s' AS $$
DECLARE
    last audit_seal;
    block audit_seal;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('audit_look'));
    SELECT * INTO last FROM audit_seal ORDER BY id DESC LIMIT 1;
    SELECT count(*), min(id), max(id) INTO block.looks, block.first_look, block.last_look
        FROM audit_look WHERE id > coalesce(last.last_look, 0);
    IF block.looks = 0 THEN
        RETURN 0;
    END IF;
    block.id := coalesce(last.id, 0) + 1;
    block.at := clock_timestamp();
    block.content_hash := encode(sha256(convert_to(
        audit_seal_text(block.first_look, block.last_look), 'UTF8'
    )), 'hex');
    block.previous_hash := coalesce(last.hash, repeat('0', 64));
    block.hash := encode(sha256(convert_to(
        block.previous_hash || audit_block_text(block), 'UTF8'
    )), 'hex');
    INSERT INTO audit_seal SELECT (block).*;
    RETURN block.looks;
END $$;

-- Only the owner of the table prunes, and only where it says so for one transaction.
CREATE FUNCTION audit_refuse_look() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('naungan.pruning', true) = 'on'
        AND pg_has_role(
            current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE'
        )
    THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the log % is append-only', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

DROP TRIGGER audit_look_keep ON audit_look;
CREATE TRIGGER audit_look_keep BEFORE UPDATE OR DELETE ON audit_look
    FOR EACH ROW EXECUTE FUNCTION audit_refuse_look();

-- Whoever sees acts also sees when the logs were last proved.
ALTER POLICY scope_sees ON audit_act USING (
    institution_id = nullif(current_setting('naungan.institution', true), '')::bigint
    OR user_id = nullif(current_setting('naungan.user', true), '')::bigint
    OR coalesce(current_setting('naungan.every_institution', true), '') = 'on'
    OR (
        verb = 'verify' AND noun = 'log' AND user_id IS NULL
        AND nullif(current_setting('naungan.institution', true), '') IS NOT NULL
    )
);
