"""The ledger takes new lines that continue the chain and nothing else; a draw moves only along its states."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION draws_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger of draws is insert-only: % on % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION draws_continue_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last_sequence bigint;
    last_hash text;
    owner_agency uuid;
BEGIN
    SELECT sequence, hash INTO last_sequence, last_hash FROM public.draws_ledgerentry
        WHERE agency_id = NEW.agency_id ORDER BY sequence DESC LIMIT 1;
    SELECT agency_id INTO owner_agency FROM public.draws_draw WHERE id = NEW.draw_id;
    IF NEW.sequence <> COALESCE(last_sequence, 0) + 1 OR NEW.previous <> COALESCE(last_hash, repeat('0', 64))
        OR owner_agency <> NEW.agency_id THEN
        RAISE EXCEPTION 'line % does not continue the ledger', NEW.sequence USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION draws_keep_promises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.agency_id, NEW.number, NEW.purpose, NEW.holders, NEW.sources, NEW.hash_name, NEW.opens_at,
        NEW.repeats_id, NEW.repeat_reason, NEW.repeat_approval, NEW.wrapped_key)
        IS DISTINCT FROM
       (OLD.id, OLD.agency_id, OLD.number, OLD.purpose, OLD.holders, OLD.sources, OLD.hash_name, OLD.opens_at,
        OLD.repeats_id, OLD.repeat_reason, OLD.repeat_approval, OLD.wrapped_key) THEN
        RAISE EXCEPTION 'what was announced of draw % cannot be changed', OLD.number USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) NOT IN (
        'announced>committed', 'announced>abandoned', 'committed>drawn', 'committed>abandoned', 'drawn>opened',
        'drawn>abandoned') THEN
        RAISE EXCEPTION 'draw % cannot go from % to %', OLD.number, OLD.state, NEW.state
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION draws_keep_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.draw_id, NEW.holder, NEW.hash, NEW.sealed, NEW.committed_by)
        IS DISTINCT FROM (OLD.draw_id, OLD.holder, OLD.hash, OLD.sealed, OLD.committed_by) THEN
        RAISE EXCEPTION 'a sealed part cannot be exchanged' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER draws_ledger_insert_only BEFORE UPDATE OR DELETE ON draws_ledgerentry
    FOR EACH ROW EXECUTE FUNCTION draws_refuse_change();
CREATE TRIGGER draws_ledger_no_truncate BEFORE TRUNCATE ON draws_ledgerentry
    FOR EACH STATEMENT EXECUTE FUNCTION draws_refuse_change();
CREATE TRIGGER draws_ledger_chain BEFORE INSERT ON draws_ledgerentry
    FOR EACH ROW EXECUTE FUNCTION draws_continue_chain();
CREATE TRIGGER draws_draw_kept BEFORE DELETE ON draws_draw
    FOR EACH ROW EXECUTE FUNCTION draws_refuse_change();
CREATE TRIGGER draws_draw_promises BEFORE UPDATE ON draws_draw
    FOR EACH ROW EXECUTE FUNCTION draws_keep_promises();
CREATE TRIGGER draws_part_kept BEFORE DELETE ON draws_drawpart
    FOR EACH ROW EXECUTE FUNCTION draws_refuse_change();
CREATE TRIGGER draws_part_promises BEFORE UPDATE ON draws_drawpart
    FOR EACH ROW EXECUTE FUNCTION draws_keep_part();
ALTER TABLE draws_ledgerentry ENABLE ALWAYS TRIGGER draws_ledger_insert_only;
ALTER TABLE draws_ledgerentry ENABLE ALWAYS TRIGGER draws_ledger_no_truncate;
ALTER TABLE draws_ledgerentry ENABLE ALWAYS TRIGGER draws_ledger_chain;
ALTER TABLE draws_draw ENABLE ALWAYS TRIGGER draws_draw_kept;
ALTER TABLE draws_draw ENABLE ALWAYS TRIGGER draws_draw_promises;
"""
BACKWARD = """
DROP TRIGGER draws_ledger_insert_only ON draws_ledgerentry;
DROP TRIGGER draws_ledger_no_truncate ON draws_ledgerentry;
DROP TRIGGER draws_ledger_chain ON draws_ledgerentry;
DROP TRIGGER draws_draw_kept ON draws_draw;
DROP TRIGGER draws_draw_promises ON draws_draw;
DROP TRIGGER draws_part_kept ON draws_drawpart;
DROP TRIGGER draws_part_promises ON draws_drawpart;
DROP FUNCTION draws_refuse_change();
DROP FUNCTION draws_continue_chain();
DROP FUNCTION draws_keep_promises();
DROP FUNCTION draws_keep_part();
"""


class Migration(migrations.Migration):
    dependencies = [("draws", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
