-- In which of some institutions does an appointment with one of some roles hold on a
-- day? A role is named with the kind of institution in which it is meant. Answered with
-- the owner's rights, since appointments of others are in nobody's sight; only numbers
-- that were handed in leave.
CREATE FUNCTION accounts_held_where(
    institutions bigint[], roles text[], kinds text[], on_day date
) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT held.institution_id
    FROM accounts_appointment held
    JOIN accounts_institution place ON place.id = held.institution_id
    JOIN unnest(roles, kinds) AS meant (role, kind)
        ON meant.role = held.role AND meant.kind = place.kind
    WHERE held.institution_id = ANY (institutions) AND accounts_holds(held.id, on_day)
$$;
