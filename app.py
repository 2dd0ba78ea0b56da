"""One Neuron: see the weights, the dot product and the bias behind deep learning. Run it: streamlit run app.py"""

import sys
from pathlib import Path

import streamlit as st

from playground.figures.theme import as_css
from playground.ui.browser import place
from playground.ui.garbage import keep_clean
from playground.ui.lesson import sign_of

sys.setswitchinterval(0.003)  # s: what is to be sent must not wait for long beside what is computed; see ui/turns.py
keep_clean()
PLAYGROUND = Path(__file__).parent / "playground"
PAGES, UI = PLAYGROUND / "pages", PLAYGROUND / "ui"

st.set_page_config("One Neuron", str(UI / "icon.svg"), layout="wide", initial_sidebar_state="collapsed")
st.logo(str(UI / "logo.svg"), size="large")
st.html(f"<style>{as_css()}</style>")
for style in sorted(UI.glob("*.css")):
    st.html(style)
pages = [
    st.Page(PAGES / "playground.py", title="Playground", default=True),
    st.Page(PAGES / "weights.py", title="Weights", url_path="weights", icon=sign_of("weights")),
    st.Page(PAGES / "dot_product.py", title="Dot product", url_path="dot-product", icon=sign_of("dot_product")),
    st.Page(PAGES / "bias.py", title="Bias", url_path="bias", icon=sign_of("bias")),
    st.Page(PAGES / "your_numbers.py", title="Your numbers", url_path="your-numbers"),
]
page = st.navigation(pages, position="top")
st.set_page_config(f"{page.title} · One Neuron")
st.html(f'<h1 class="unseen">{page.title}</h1>')
place("project")
page.run()
with st.container(horizontal=True, key="pages"):  # on a phone, where the header has no room for them
    for each in pages:
        st.page_link(each)
