-- What was measured, claimed, shown or revised is never changed, whoever asks.
CREATE FUNCTION commitments_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER stay BEFORE UPDATE ON commitments_measurement
    FOR EACH ROW EXECUTE FUNCTION commitments_stay();
CREATE TRIGGER stay BEFORE UPDATE ON commitments_claim
    FOR EACH ROW EXECUTE FUNCTION commitments_stay();
CREATE TRIGGER stay BEFORE UPDATE ON commitments_evidence
    FOR EACH ROW EXECUTE FUNCTION commitments_stay();
CREATE TRIGGER stay BEFORE UPDATE ON commitments_revision
    FOR EACH ROW EXECUTE FUNCTION commitments_stay();

-- A promise stays its keeper's and its meeting's; the day first promised stays known.
CREATE FUNCTION commitments_same_promise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.institution_id, NEW.event_id, NEW.made_by_id, NEW.made_at)
        IS DISTINCT FROM
       (OLD.institution_id, OLD.event_id, OLD.made_by_id, OLD.made_at)
       OR (OLD.first_due_on IS NOT NULL AND NEW.first_due_on IS DISTINCT FROM OLD.first_due_on)
    THEN
        RAISE EXCEPTION 'a promise stays its keeper''s' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER same BEFORE UPDATE ON commitments_commitment
    FOR EACH ROW EXECUTE FUNCTION commitments_same_promise();

-- An owner tells how far a promise is; what was promised is its keeper's to say.
CREATE FUNCTION commitments_owner_only_tells() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    here bigint := nullif(current_setting('naungan.institution', true), '')::bigint;
BEGIN
    IF here IS NOT NULL AND here <> OLD.institution_id AND (
        NEW.what, NEW.owner_institution_id, NEW.owner_name, NEW.owner_person,
        NEW.region_code, NEW.extent, NEW.promised_on, NEW.due_on, NEW.due_words,
        NEW.indicator, NEW.direction, NEW.baseline, NEW.baseline_on, NEW.target,
        NEW.reads_as_id, NEW.state, NEW.closed_on, NEW.closing_text, NEW.replaced_by_id,
        NEW.recommendation_id
    ) IS DISTINCT FROM (
        OLD.what, OLD.owner_institution_id, OLD.owner_name, OLD.owner_person,
        OLD.region_code, OLD.extent, OLD.promised_on, OLD.due_on, OLD.due_words,
        OLD.indicator, OLD.direction, OLD.baseline, OLD.baseline_on, OLD.target,
        OLD.reads_as_id, OLD.state, OLD.closed_on, OLD.closing_text, OLD.replaced_by_id,
        OLD.recommendation_id
    ) THEN
        RAISE EXCEPTION 'what was promised is its keeper''s to say'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER owner_only_tells BEFORE UPDATE ON commitments_commitment
    FOR EACH ROW EXECUTE FUNCTION commitments_owner_only_tells();
