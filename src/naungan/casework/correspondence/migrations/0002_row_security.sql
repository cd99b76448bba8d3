-- What anybody who holds a letter may know of it, by the code on the paper. Answered
-- with the owner's rights, since whoever asks has no scope; nothing else leaves.
CREATE FUNCTION correspondence_proof(asked text)
RETURNS TABLE (
    number text, letter text, issued_on date, institution text, state text, sha256 text
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT held.number, held.letter, held.issued_on, place.name, held.state, held.sha256
    FROM correspondence_letter held
    JOIN accounts_institution place ON place.id = held.institution_id
    WHERE held.code = asked
$$;

-- A letter that has its number never changes again; only what became of it does.
CREATE FUNCTION correspondence_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.institution_id, OLD.book_id, OLD.serial, OLD.number, OLD.letter,
        OLD.about_kind, OLD.about_id, OLD.issued_on, OLD.made_by_id, OLD.made_at,
        OLD.code, OLD.sha256, OLD.size, OLD.content_sha256, OLD.template_version,
        OLD.law_version)
        IS DISTINCT FROM
       (NEW.institution_id, NEW.book_id, NEW.serial, NEW.number, NEW.letter,
        NEW.about_kind, NEW.about_id, NEW.issued_on, NEW.made_by_id, NEW.made_at,
        NEW.code, NEW.sha256, NEW.size, NEW.content_sha256, NEW.template_version,
        NEW.law_version)
       OR OLD.state = 'void' AND NEW.state <> 'void'
       OR NEW.erased_at IS NULL
        AND (OLD.subject, OLD.addressee) IS DISTINCT FROM (NEW.subject, NEW.addressee)
    THEN
        RAISE EXCEPTION 'a numbered letter does not change';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER frozen BEFORE UPDATE ON correspondence_letter
    FOR EACH ROW EXECUTE FUNCTION correspondence_frozen();
