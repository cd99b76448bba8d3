from hypothesis import given, strategies as st

from naungan.lib import names


LETTERS = "ABDEHIJKLMNORSTUYadhijnostuy"
SPELLED = st.text(alphabet=LETTERS, min_size=1, max_size=9)
TROUBLED = st.sampled_from(
    ["MOHAMAD", "Nurhayati", "DJOKO", "Abdurrahman", "H.", ", S.Pd", "Tjipto", "Y", ""]
)


@given(st.lists(st.one_of(SPELLED, TROUBLED, st.text(max_size=6)), max_size=30))
def test_many_tokens_together_have_the_forms_they_have_alone(raws):
    assert names.token_forms(raws) == [names.token_form(raw) for raw in raws]
