
# Bash parts a word at = and klacht takes it whole: it is put together, and what stands before the last = is taken off
# the answers, for that is what bash fills in.
_klacht() {
    local words=() before='' here=${COMP_WORDS[COMP_CWORD]} at last
    for ((at = 0; at < COMP_CWORD; at++)); do
        last=$((${#words[@]} - 1))
        if ((at > 0)) && [[ ${COMP_WORDS[at]} == '=' || ${COMP_WORDS[at - 1]} == '=' ]]; then
            words[last]+=${COMP_WORDS[at]}
        else
            words+=("${COMP_WORDS[at]}")
        fi
    done
    last=$((${#words[@]} - 1))
    if [[ $here == '=' || ${COMP_WORDS[COMP_CWORD - 1]} == '=' ]]; then
        before=${words[last]%=}=
        unset "words[last]"
    fi
    [[ $here == '=' ]] && set -- "$1" ''
    local COMP_CWORD=${#words[@]}
    local COMP_WORDS=("${words[@]}" "$before$2")
    _clap_complete_klacht "$1" "$before$2"
    for at in "${!COMPREPLY[@]}"; do
        COMPREPLY[at]=${COMPREPLY[at]#"$before"}
        # A name of two words is one value; within quotes it is so already.
        if [[ ${COMPREPLY[at]} == *' '* && $here != [\"\']* ]]; then
            COMPREPLY[at]=$(printf '%q' "${COMPREPLY[at]}")
        fi
    done
}
complete -o nospace -o bashdefault -o nosort -F _klacht klacht 2> /dev/null || complete -o nospace -o bashdefault -F _klacht klacht
