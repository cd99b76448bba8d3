-- The two logs as the database keeps them: nothing is changed, nothing is removed,
-- and every entry proves the one before it.

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log %% is append-only', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

-- What of an act is hashed, as text; verification asks for the same text.
CREATE FUNCTION audit_act_text(act audit_act) RETURNS text
LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
    SELECT jsonb_build_array(
        act.id, to_char(act.at, 'YYYY-MM-DD"T"HH24:MI:SS.US'), act.user_id,
        act.institution_id, act.verb, act.noun, act.noun_id, act.details
    )::text
$$;

CREATE FUNCTION audit_chain_act() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    last audit_act;
BEGIN
    -- One act at a time, until its transaction ends: the chain has no forks.
    PERFORM pg_advisory_xact_lock(hashtext('audit_act'));
    SELECT * INTO last FROM audit_act ORDER BY id DESC LIMIT 1;
    NEW.id := coalesce(last.id, 0) + 1;
    NEW.previous_hash := coalesce(last.hash, repeat('0', 64));
    NEW.hash := encode(
        sha256(convert_to(NEW.previous_hash || audit_act_text(NEW), 'UTF8')), 'hex'
    );
    RETURN NEW;
END $$;

CREATE TRIGGER audit_act_chain BEFORE INSERT ON audit_act
    FOR EACH ROW EXECUTE FUNCTION audit_chain_act();

CREATE FUNCTION audit_look_text(look audit_look) RETURNS text
LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
    SELECT jsonb_build_array(
        look.id, to_char(look.at, 'YYYY-MM-DD"T"HH24:MI:SS.US'), look.user_id,
        look.institution_id, look.noun, look.noun_id, look.purpose, look.unmasked,
        look.rows
    )::text
$$;

-- Looks hold this lock together; a seal waits for those under way and then has it alone,
-- so that no look with a smaller number can still appear behind a seal.
CREATE FUNCTION audit_enter_look() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('audit_look'));
    RETURN NULL;
END $$;

CREATE TRIGGER audit_look_enter BEFORE INSERT ON audit_look
    FOR EACH STATEMENT EXECUTE FUNCTION audit_enter_look();

CREATE FUNCTION audit_seal_text(first bigint, last bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(string_agg(audit_look_text(look), E'\n' ORDER BY look.id), '')
    FROM audit_look look WHERE look.id BETWEEN first AND last
$$;

-- Close all looks since the last seal in one block; 0 when there was none.
CREATE FUNCTION audit_seal_looks() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
    block.previous_hash := coalesce(last.hash, repeat('0', 64));
    block.hash := encode(sha256(convert_to(
        block.previous_hash || audit_seal_text(block.first_look, block.last_look), 'UTF8'
    )), 'hex');
    INSERT INTO audit_seal SELECT (block).*;
    RETURN block.looks;
END $$;

CREATE TRIGGER audit_act_keep BEFORE UPDATE OR DELETE ON audit_act
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_act_keep_all BEFORE TRUNCATE ON audit_act
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_look_keep BEFORE UPDATE OR DELETE ON audit_look
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_look_keep_all BEFORE TRUNCATE ON audit_look
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_seal_keep BEFORE UPDATE OR DELETE ON audit_seal
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_seal_keep_all BEFORE TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

-- The texts of looks are for sealing and verifying, never for the application.
REVOKE EXECUTE ON FUNCTION audit_seal_text(bigint, bigint) FROM PUBLIC;
