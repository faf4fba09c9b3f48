"""Two rules that only the database can keep: states move as declared, and nobody is booked twice at one time."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION selection_keep_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) NOT IN (
        'approved>cancelled', 'approved>confirmed', 'approved>refused', 'confirmed>cancelled',
        'confirmed>frozen', 'draft>approved', 'draft>cancelled', 'draft>confirmed', 'draft>submitted',
        'frozen>cancelled', 'frozen>held', 'held>opened', 'held>repeated', 'opened>closed',
        'opened>repeated', 'refused>approved', 'refused>cancelled', 'refused>confirmed', 'refused>submitted',
        'submitted>approved', 'submitted>cancelled', 'submitted>confirmed', 'submitted>refused') THEN
        RAISE EXCEPTION 'a draw request cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.state IN ('frozen', 'held', 'opened', 'closed', 'repeated')
        AND (NEW.size, NEW.alternates, NEW.committee_id, NEW.groups, NEW.quotas, NEW.opens_at, NEW.draw_id,
             NEW.supervised_by, NEW.approved_by)
        IS DISTINCT FROM
            (OLD.size, OLD.alternates, OLD.committee_id, OLD.groups, OLD.quotas, OLD.opens_at, OLD.draw_id,
             OLD.supervised_by, OLD.approved_by) THEN
        RAISE EXCEPTION 'what was frozen of a draw request cannot be changed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER selection_request_states BEFORE UPDATE ON selection_drawrequest
    FOR EACH ROW EXECUTE FUNCTION selection_keep_states();
ALTER TABLE selection_booking ADD CONSTRAINT booking_no_overlap
    EXCLUDE USING gist (int8range(key, key, '[]') WITH &&, tstzrange(starts_at, ends_at, '[)') WITH &&);
"""
BACKWARD = """
ALTER TABLE selection_booking DROP CONSTRAINT booking_no_overlap;
DROP TRIGGER selection_request_states ON selection_drawrequest;
DROP FUNCTION selection_keep_states();
"""


class Migration(migrations.Migration):
    dependencies = [("selection", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
