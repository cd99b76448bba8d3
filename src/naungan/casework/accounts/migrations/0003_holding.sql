-- Does an appointment give its powers on a day? Answered with the owner's rights, since
-- whoever stands in for somebody need not see that person's row; only yes or no leaves.
CREATE FUNCTION accounts_holds(appointment_id bigint, on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH in_office AS NOT MATERIALIZED (
        SELECT held.id, held.acting, held.acts_for_id
        FROM accounts_appointment held
        JOIN accounts_institution place ON place.id = held.institution_id
        JOIN accounts_user person ON person.id = held.user_id
        WHERE held.from_on <= on_day
            AND (held.until_on IS NULL OR held.until_on >= on_day)
            AND held.ended_at IS NULL
            AND place.closed_on IS NULL
            AND person.is_active
    )
    SELECT EXISTS (
        SELECT 1 FROM in_office own
        WHERE own.id = appointment_id
            AND (
                own.acting NOT IN ('plh', 'diwakili')
                OR own.acts_for_id IN (SELECT id FROM in_office)
            )
    )
$$;
